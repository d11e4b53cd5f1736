//! Who may do what: one function per verb, called first by every core function.
//!
//! What an actor may not know of does not exist for them: a project without membership answers
//! `NotFound`, not `Forbidden`, so that ids cannot be probed.

use crate::actor::{Actor, Role, Scope};
use crate::error::{Error, Result};
use crate::reason::Reason;

/// Lets site admins look after the whole site: accounts, and which projects there are.
pub fn administer(actor: &Actor) -> Result<()> {
    scoped(actor, Scope::Full)?;
    if actor.site_admin() { Ok(()) } else { Err(Error::forbidden(Reason::OnlyAdmins)) }
}

/// Lets every member, and site admins, see that the project exists, its name and its guidelines.
pub fn view(actor: &Actor, role: Option<Role>) -> Result<()> {
    if role.is_some() || actor.site_admin() { Ok(()) } else { Err(Error::not_found("project")) }
}

/// Lets every member judge; looking after the site alone is not enough, because a judgment
/// needs a member who answers for it.
pub fn judge(actor: &Actor, role: Option<Role>) -> Result<()> {
    view(actor, role)?;
    scoped(actor, Scope::Judge)?;
    match role {
        Some(_) => Ok(()),
        None => Err(Error::forbidden(Reason::OnlyMembers)),
    }
}

/// Lets managers, adjudicators and site admins read results; raters stay unaware of each other.
pub fn read_results(actor: &Actor, role: Option<Role>) -> Result<()> {
    view(actor, role)?;
    match role {
        Some(Role::Manager | Role::Adjudicator) => Ok(()),
        _ if actor.site_admin() => Ok(()),
        _ => Err(Error::forbidden(Reason::OnlyAdjudicators)),
    }
}

/// Lets managers and site admins read what only they may: members, imports, exports.
pub fn oversee(actor: &Actor, role: Option<Role>) -> Result<()> {
    view(actor, role)?;
    match looks_after(actor.site_admin(), role) {
        true => Ok(()),
        false => Err(Error::forbidden(Reason::OnlyManagers)),
    }
}

/// Lets managers and site admins change the project, its members and its tasks.
pub fn manage(actor: &Actor, role: Option<Role>) -> Result<()> {
    oversee(actor, role)?;
    scoped(actor, Scope::Full)
}

/// Whether somebody of this standing looks after a project. What they hand on, such as an open
/// invitation, is good for as long as they do.
pub fn looks_after(site_admin: bool, role: Option<Role>) -> bool {
    site_admin || role == Some(Role::Manager)
}

/// Lets an account change what is its own.
pub fn own(actor: &Actor) -> Result<()> {
    scoped(actor, Scope::Full)
}

fn scoped(actor: &Actor, needed: Scope) -> Result<()> {
    if actor.scope() >= needed {
        return Ok(());
    }
    Err(Error::forbidden(Reason::TokenScope))
}

#[cfg(test)]
mod tests {
    use uuid::Uuid;

    use super::*;
    use crate::id::AccountId;

    fn actor(site_admin: bool, scope: Scope) -> Actor {
        Actor::authenticated(AccountId(Uuid::nil()), site_admin, scope)
    }

    #[test]
    fn a_stranger_to_a_project_learns_nothing_of_it() {
        let stranger = actor(false, Scope::Full);

        for verb in [view, judge, read_results, oversee, manage] {
            assert_eq!(verb(&stranger, None), Err(Error::not_found("project")));
        }
    }

    #[test]
    fn each_role_has_its_verbs() {
        let member = actor(false, Scope::Full);
        let table = [
            (Role::Manager, true, true, true),
            (Role::Adjudicator, true, true, false),
            (Role::Rater, true, false, false),
        ];

        for (role, judges, reads, manages) in table {
            assert_eq!(judge(&member, Some(role)).is_ok(), judges, "{role:?}");
            assert_eq!(read_results(&member, Some(role)).is_ok(), reads, "{role:?}");
            assert_eq!(manage(&member, Some(role)).is_ok(), manages, "{role:?}");
        }
    }

    #[test]
    fn a_token_carries_no_more_than_its_scope() {
        let reader = actor(true, Scope::Read);
        let judging = actor(true, Scope::Judge);

        assert!(oversee(&reader, Some(Role::Manager)).is_ok());
        assert!(judge(&reader, Some(Role::Manager)).is_err());
        assert!(judge(&judging, Some(Role::Manager)).is_ok());
        assert!(manage(&judging, Some(Role::Manager)).is_err());
        assert!(administer(&judging).is_err());
    }
}
