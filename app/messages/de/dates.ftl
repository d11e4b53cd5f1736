# Daten. Tage und Stunden sind die von UTC, wenn eine Seite nichts anderes sagt.

short = { NUMBER($day) }. { $month ->
    [1] Jan.
    [2] Feb.
    [3] März
    [4] Apr.
    [5] Mai
    [6] Juni
    [7] Juli
    [8] Aug.
    [9] Sept.
    [10] Okt.
    [11] Nov.
   *[12] Dez.
}
day = { $date } { $year }
minute = { $date } { $year }, { $time }
