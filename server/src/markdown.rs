pub fn render(t: &str) -> String {
    t.to_owned()
}
