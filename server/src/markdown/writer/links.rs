//! Links and pictures.

use pulldown_cmark::LinkType;

use super::Writer;
use super::elements::Ending;
use crate::markdown::link;

impl Writer<'_> {
    /// A link that may not be followed is shown as it would be typed.
    pub fn start_link(&mut self, link_type: LinkType, address: &str, title: &str) -> Ending {
        let (address, title) = (&*self.source.typed(address), &*self.source.typed(title));
        let checked = match link_type {
            LinkType::Email => link::parse(&format!("mailto:{address}")),
            _ => link::parse(address),
        };
        if let Some(address) = checked.filter(|_| self.n_images == 0) {
            self.in_link = true;
            self.open_link(&address, title);
            return Ending::Link;
        }
        if matches!(link_type, LinkType::Autolink | LinkType::Email) {
            return self.open("&lt;", "&gt;");
        }
        self.html.push_markup("[");
        Ending::Text(destination(address, title))
    }

    /// Pictures are never loaded: that would tell a foreign server who reads which task when.
    pub fn start_image(&mut self, address: &str, title: &str) -> Ending {
        self.n_images += 1;
        self.html.push_markup("[image: ");
        Ending::Image(destination(&self.source.typed(address), &self.source.typed(title)))
    }

    pub fn open_link(&mut self, address: &str, title: &str) {
        self.html.push_markup("<a href=\"");
        self.html.push_attribute(address);
        if !title.is_empty() {
            self.html.push_markup("\" title=\"");
            self.html.push_attribute(title);
        }
        self.html.push_markup("\">");
    }
}

/// The second half of a link as it is typed: `](address "title")`.
fn destination(address: &str, title: &str) -> String {
    if title.is_empty() {
        return format!("]({address})");
    }
    format!("]({address} \"{title}\")")
}
