//! Invitations: a link, once, within a day.

use domain::account::{Account, Invitation, InvitationNotice, WithSecret};
use domain::actor::Role;
use serde_json::{Value, json};

use crate::answer::Answer;
use crate::app::TestApp;
use crate::factory::TestProject;

async fn invite(project: &TestProject<'_>) -> WithSecret<Invitation> {
    let new = json!({ "role": "adjudicator" });
    project.manager.post(&project.path("/invitations"), new).await.created()
}

fn newcomer() -> Value {
    json!({ "email": "New@example.org", "name": "New", "password": "correct horse battery" })
}

#[tokio::test]
async fn the_holder_of_a_link_sees_what_it_is_and_joins_with_a_new_account() {
    let app = TestApp::start().await;
    let project = app.project().create().await;
    let invitation = invite(&project).await;
    let new = app.stranger();

    let notice: InvitationNotice =
        new.get(&format!("/invitations/{}", invitation.secret)).await.ok();
    let path = format!("/invitations/{}/account", invitation.secret);
    let account: Account = new.post(&path, newcomer()).await.created();

    assert_eq!((notice.project_name.as_str(), notice.role), ("Test", Role::Adjudicator));
    assert_eq!(account.email, "new@example.org");
    let view: Value = new.get(&project.path("")).await.ok();
    assert_eq!(view["role"], "adjudicator");
    let listed: Vec<Invitation> = project.manager.get(&project.path("/invitations")).await.ok();
    assert!(listed[0].accepted_at.is_some());
}

#[tokio::test]
async fn an_invitation_is_accepted_once() {
    let app = TestApp::start().await;
    let project = app.project().create().await;
    let invitation = invite(&project).await;
    let (ann, bob) = (app.person("ann").await, app.person("bob").await);
    let path = format!("/invitations/{}/acceptance", invitation.secret);

    let first: Value = ann.post(&path, json!({})).await.created();
    let second: Answer = bob.post(&path, json!({})).await;

    assert_eq!(first["project_id"], json!(project.id));
    second.refused(409);
    bob.get::<Value>(&format!("/invitations/{}", invitation.secret)).await.refused(409);
    bob.get::<Value>(&project.path("")).await.refused(404);
}

#[tokio::test]
async fn of_two_who_accept_at_once_one_gets_in() {
    let app = TestApp::start().await;
    let project = app.project().create().await;
    let invitation = invite(&project).await;
    let (ann, bob) = (app.person("ann").await, app.person("bob").await);
    let path = format!("/invitations/{}/acceptance", invitation.secret);

    let (first, second): (Answer, Answer) =
        tokio::join!(ann.post(&path, json!({})), bob.post(&path, json!({})));

    let mut statuses = [first.status.as_u16(), second.status.as_u16()];
    statuses.sort_unstable();
    assert_eq!(statuses, [201, 409]);
}

#[tokio::test]
async fn an_invitation_ends_after_a_day() {
    let app = TestApp::start().await;
    let project = app.project().create().await;
    let invitation = invite(&project).await;
    let seconds =
        (invitation.of.expires_at.micros() - invitation.of.created_at.micros()) / 1_000_000;
    let sql = "update invitation set expires_at = expires_at - 86400000000 where id = $1";
    app.database.execute(sql, &[invitation.of.id.0]).await;

    let notice = app.stranger().get::<Value>(&format!("/invitations/{}", invitation.secret)).await;
    let path = format!("/invitations/{}/account", invitation.secret);
    let accepted: Answer = app.stranger().post(&path, newcomer()).await;

    assert_eq!(seconds, 86_400);
    notice.refused(409);
    accepted.refused(409);
}

#[tokio::test]
async fn a_withdrawn_invitation_leads_nowhere_and_an_accepted_one_cannot_be_withdrawn() {
    let app = TestApp::start().await;
    let project = app.project().create().await;
    let (withdrawn, accepted) = (invite(&project).await, invite(&project).await);
    let ann = app.person("ann").await;
    let accept = |secret: &str| format!("/invitations/{secret}/acceptance");
    let withdraw = |id| project.path(&format!("/invitations/{id}"));

    project.manager.delete(&withdraw(withdrawn.of.id)).await.no_content();
    let refused: Answer = ann.post(&accept(&withdrawn.secret), json!({})).await;
    ann.post::<Value>(&accept(&accepted.secret), json!({})).await.expect(201);
    let too_late = project.manager.delete(&withdraw(accepted.of.id)).await;

    refused.refused(409);
    too_late.refused(404);
}

#[tokio::test]
async fn a_member_who_opens_a_link_does_not_use_it_up() {
    let app = TestApp::start().await;
    let project = app.project().create().await;
    let invitation = invite(&project).await;
    let (ann, bob) = (project.rater("ann").await, app.person("bob").await);
    let path = format!("/invitations/{}/acceptance", invitation.secret);

    let member: Answer = ann.post(&path, json!({})).await;
    let other: Answer = bob.post(&path, json!({})).await;

    member.refused(409);
    other.expect(201);
}

#[tokio::test]
async fn a_weak_password_or_a_known_address_leaves_the_link_good() {
    let app = TestApp::start().await;
    let project = app.project().create().await;
    let invitation = invite(&project).await;
    let ann = app.person("ann").await;
    let path = format!("/invitations/{}/account", invitation.secret);
    let (mut weak, mut known) = (newcomer(), newcomer());
    weak["password"] = "short".into();
    known["email"] = ann.email.clone().into();

    let too_weak: Answer = app.stranger().post(&path, weak).await;
    let taken: Answer = app.stranger().post(&path, known).await;
    let good: Answer = app.stranger().post(&path, newcomer()).await;

    assert_eq!(too_weak.refused(422)["field"], "password");
    assert_eq!(taken.refused(422)["field"], "email");
    good.expect(201);
}

#[tokio::test]
async fn the_database_keeps_no_link_that_works() {
    let app = TestApp::start().await;
    let project = app.project().create().await;
    let invitation = invite(&project).await;

    let kept = app.database.column::<String>("select token_hash from invitation", &[]).await;

    assert_eq!(kept.len(), 1);
    assert_ne!(kept[0], invitation.secret);
    app.stranger().get::<Value>(&format!("/invitations/{}", kept[0])).await.refused(409);
}
