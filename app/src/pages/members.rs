//! The members of a project, and invitations to it.

mod add;
mod invitations;
mod invite;
mod table;

use leptos::prelude::*;

use self::add::Add;
use self::invitations::Invitations;
use self::invite::Invite;
use self::table::Table;
use crate::components::head::Title;
use crate::components::notices::confirm;
use crate::components::outcome::show;
use crate::components::project_frame::{ProjectFrame, no_project, project_id, project_resource};
use crate::components::refusal::{Refusal, refusal_of};
use crate::language::{common, manage as t};
use crate::rpc;
use crate::rpc::members as calls;

/// Who belongs to a project; inviting, adding, changing roles, removing.
#[component]
pub fn MembersPage() -> impl IntoView {
    let id = project_id();
    let project = project_resource();
    let invite = ServerAction::<calls::Invite>::new();
    let withdraw = ServerAction::<calls::WithdrawInvitation>::new();
    let add = ServerAction::<calls::AddMember>::new();
    let change = ServerAction::<calls::ChangeRole>::new();
    let remove = ServerAction::<calls::RemoveMember>::new();
    confirm(withdraw, |done| Some(*done));
    confirm(add, |done| Some(*done));
    confirm(change, |done| Some(*done));
    confirm(remove, |done| Some(*done));
    // The link may be that of the invitation that was withdrawn.
    Effect::new(move |_| {
        if withdraw.version().get() > 0 {
            invite.value().set(None);
        }
    });
    let changes = move || {
        [
            invite.version().get(),
            withdraw.version().get(),
            add.version().get(),
            change.version().get(),
            remove.version().get(),
        ]
    };
    let people = Resource::new(
        move || (id.get(), changes()),
        |(id, _)| async move {
            match id {
                Some(id) => rpc::members::people(id).await,
                None => Err(no_project()),
            }
        },
    );
    view! {
        <ProjectFrame
            project
            content=move |view| {
                let id = view.project.id;
                view! {
                    <Title text=t::members_of(&view.project.name) />
                    <Transition fallback=|| {
                        view! {
                            <p class="muted" role="status">
                                {common::loading()}
                            </p>
                        }
                    }>
                        {move || Suspend::new(async move {
                            show(
                                people.await,
                                |people| {
                                    view! {
                                        <section class="section">
                                            <h2 class="section__header">{t::members()}</h2>
                                            <Refusal error=refusal_of(change) />
                                            <Refusal error=refusal_of(remove) />
                                            <Table
                                                id
                                                members=people.members
                                                own=people.own
                                                change
                                                remove
                                            />
                                        </section>
                                        <Invite id invite link=people.link />
                                        <Invitations
                                            id
                                            invitations=people.invitations
                                            now=people.now
                                            withdraw
                                        />
                                        <Add id add />
                                    }
                                },
                            )
                        })}
                    </Transition>
                }
            }
        />
    }
}
