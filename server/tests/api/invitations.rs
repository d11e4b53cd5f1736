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

#[tokio::test]
async fn an_invitation_dies_for_good_with_the_right_to_make_it() {
    let app = TestApp::start().await;
    let project = app.project().create().await;
    let admin = app.admin().await;
    for how in ["removed", "demoted", "disabled", "no site admin"] {
        let inviter = match how {
            "no site admin" => app.admin().await,
            _ => project.member("inviter", Role::Manager).await.person,
        };
        let new = json!({ "role": "manager" });
        let path = project.path("/invitations");
        let invitation: WithSecret<Invitation> = inviter.post(&path, new).await.created();
        let member = project.path(&format!("/members/{}", inviter.id));
        let account = format!("/accounts/{}", inviter.id);
        let put = |role| admin.put::<Value>(&member, json!({ "role": role }));
        let patch = |changes: Value| admin.patch::<Value>(&account, changes);

        match how {
            "removed" => admin.delete(&member).await.no_content(),
            "demoted" => put("rater").await.no_content(),
            "disabled" => patch(json!({ "disabled": true })).await.expect(200),
            _ => patch(json!({ "site_admin": false })).await.expect(200),
        }
        let dead = is_dead(&app, &invitation.secret).await;
        match how {
            "removed" => {}
            "demoted" => put("manager").await.no_content(),
            "disabled" => patch(json!({ "disabled": false })).await.expect(200),
            _ => patch(json!({ "site_admin": true })).await.expect(200),
        }

        assert!(dead, "{how}");
        assert!(is_dead(&app, &invitation.secret).await, "{how}, and back");
        let listed: Vec<Invitation> = admin.get(&path).await.ok();
        assert!(listed.is_empty(), "{how}");
    }
}

#[tokio::test]
async fn an_invitation_is_checked_when_it_is_accepted_whatever_took_the_right_away() {
    let app = TestApp::start().await;
    let project = app.project().create().await;
    let inviter = project.member("inviter", Role::Manager).await;
    let path = project.path("/invitations");
    let invitation: WithSecret<Invitation> =
        inviter.post(&path, json!({ "role": "manager" })).await.created();

    let sql = "update member set role = 'adjudicator' where account_id = $1";
    app.database.execute(sql, &[inviter.id.0]).await;
    let demoted = is_dead(&app, &invitation.secret).await;
    let sql = "update member set role = 'manager' where account_id = $1";
    app.database.execute(sql, &[inviter.id.0]).await;
    let sql = "update account set disabled_at = 1 where id = $1";
    app.database.execute(sql, &[inviter.id.0]).await;
    let disabled = is_dead(&app, &invitation.secret).await;

    assert!(demoted && disabled);
    assert_eq!(
        app.database.number("select count(*) from account where name = 'New'", &[]).await,
        0
    );
}

#[tokio::test]
async fn other_invitations_stay_when_an_inviter_goes() {
    let app = TestApp::start().await;
    let project = app.project().create().await;
    let inviter = project.member("inviter", Role::Manager).await;
    let path = project.path("/invitations");
    let used: WithSecret<Invitation> =
        inviter.post(&path, json!({ "role": "rater" })).await.created();
    let accept = |secret: &str| format!("/invitations/{secret}/acceptance");
    let ann = app.person("ann").await;
    ann.post::<Value>(&accept(&used.secret), json!({})).await.expect(201);
    let others = invite(&project).await;

    project.manager.delete(&project.path(&format!("/members/{}", inviter.id))).await.no_content();

    let bob = app.person("bob").await;
    bob.post::<Value>(&accept(&others.secret), json!({})).await.expect(201);
    ann.get::<Value>(&project.path("")).await.expect(200);
    let listed: Vec<Invitation> = project.manager.get(&path).await.ok();
    assert_eq!(listed.len(), 2);
}

/// Whether a link leads nowhere, for those who look and those who accept.
async fn is_dead(app: &TestApp, secret: &str) -> bool {
    let notice = app.stranger().get::<Value>(&format!("/invitations/{secret}")).await;
    let path = format!("/invitations/{secret}/account");
    let joined: Answer = app.stranger().post(&path, newcomer()).await;
    let path = format!("/invitations/{secret}/acceptance");
    let accepted: Answer = app.person("somebody").await.post(&path, json!({})).await;
    [notice.status, joined.status, accepted.status].iter().all(|status| *status == 409)
}
