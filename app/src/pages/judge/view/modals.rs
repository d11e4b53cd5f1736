//! The dialogs of the page.

use crate::pages::judge::view::modal::Modal;

/// One handle for each dialog.
#[derive(Debug, Clone, Copy)]
pub struct Modals {
    pub skip: Modal,
    pub flags: Modal,
    pub guidelines: Modal,
    pub keys: Modal,
}
