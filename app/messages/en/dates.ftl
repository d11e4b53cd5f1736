# Dates. Days and hours are those of UTC unless a page says otherwise.

# “Nov 26”, in the usual order and with the usual dots.
short = { $month ->
    [1] Jan
    [2] Feb
    [3] Mar
    [4] Apr
    [5] May
    [6] Jun
    [7] Jul
    [8] Aug
    [9] Sep
    [10] Oct
    [11] Nov
   *[12] Dec
} { NUMBER($day) }
# $date is “Nov 26”, $year “2026”, $time “09:30”.
day = { $date }, { $year }
minute = { $date }, { $year }, { $time }
