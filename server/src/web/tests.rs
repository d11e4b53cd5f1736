//! The layers around a small router.

use std::net::SocketAddr;
use std::time::Duration;

use axum::body::{Body, Bytes};
use axum::extract::{ConnectInfo, Request};
use axum::response::Response;
use axum::routing::{get, post};
use http::{Method, StatusCode};
use tower::ServiceExt;

use super::*;

const PUBLIC: &str = "https://rate.example.org";

fn app() -> Router {
    let routes = Router::new()
        .route("/", get(async || "hello"))
        .route("/own", get(async || [("content-security-policy", "default-src 'self'")]))
        .route("/client", get(async |client: ClientAddress| client.0.to_string()))
        .route("/panic", get(async || -> &'static str { panic!("of a handler") }))
        .route("/slow", get(async || std::future::pending::<&'static str>().await))
        .route("/text", post(async |text: Bytes| text.len().to_string()))
        .route("/healthz", get(async || "alive"));
    let slow = async || {
        tokio::time::sleep(Duration::from_secs(3_600)).await;
        "done"
    };
    let imports =
        Router::new().route("/imports", post(async |text: Bytes| text.len().to_string()).get(slow));
    let settings = WebSettings {
        public_origin: Some(PUBLIC.parse().unwrap()),
        trusted_proxies: vec!["10.0.0.1".parse().unwrap()],
        body_bytes: 100,
        ..WebSettings::default()
    };
    layers(routes.merge(bulk(imports, 1_000)), &settings)
}

async fn send(request: http::request::Builder, body: impl Into<Body>) -> Response {
    let request = match request.headers_ref().unwrap().contains_key("host") {
        true => request,
        false => request.header("host", "rate.example.org"),
    };
    app().oneshot(request.body(body.into()).unwrap()).await.unwrap()
}

async fn get_page(path: &str) -> Response {
    send(Request::get(path), "").await
}

async fn text(response: Response) -> String {
    let bytes = axum::body::to_bytes(response.into_body(), 10_000).await.unwrap();
    String::from_utf8(bytes.to_vec()).unwrap()
}

#[tokio::test]
async fn every_answer_carries_the_security_headers() {
    let answers = [
        (get_page("/").await, StatusCode::OK),
        (get_page("/nowhere").await, StatusCode::NOT_FOUND),
        (get_page("/panic").await, StatusCode::INTERNAL_SERVER_ERROR),
        (send(Request::put("/"), "").await, StatusCode::METHOD_NOT_ALLOWED),
        (send(Request::post("/text"), vec![0; 101]).await, StatusCode::PAYLOAD_TOO_LARGE),
        (send(Request::get("/").header("host", "evil"), "").await, StatusCode::MISDIRECTED_REQUEST),
    ];

    for (answer, status) in answers {
        assert_eq!(answer.status(), status);
        let header = |name: &str| answer.headers()[name].to_str().unwrap();
        assert_eq!(header("x-content-type-options"), "nosniff", "{status}");
        assert_eq!(header("x-frame-options"), "DENY", "{status}");
        assert_eq!(header("referrer-policy"), "same-origin", "{status}");
        assert_eq!(header("cross-origin-opener-policy"), "same-origin", "{status}");
        assert!(header("content-security-policy").starts_with("default-src 'none'"), "{status}");
        assert_eq!(header("cache-control"), "no-store", "{status}");
        let hsts = "max-age=31536000; includeSubDomains";
        assert_eq!(header("strict-transport-security"), hsts, "{status}");
        assert!(!header("x-request-id").is_empty(), "{status}");
    }
}

#[tokio::test]
async fn a_page_keeps_a_policy_of_its_own() {
    let answer = get_page("/own").await;

    assert_eq!(answer.headers()["content-security-policy"], "default-src 'self'");
    assert_eq!(answer.headers().get_all("content-security-policy").iter().count(), 1);
}

#[tokio::test]
async fn hsts_is_for_tls_alone() {
    let app = layers(Router::new(), &WebSettings::default());
    let request = Request::get("/").header("host", "localhost").body(Body::empty()).unwrap();

    let answer = app.oneshot(request).await.unwrap();

    assert!(!answer.headers().contains_key("strict-transport-security"));
}

#[tokio::test]
async fn hsts_is_said_as_far_as_it_is_wanted() {
    for (hsts, expected) in [(Hsts::Host, Some("max-age=31536000")), (Hsts::Off, None)] {
        let public_origin = Some(PUBLIC.parse().unwrap());
        let settings = WebSettings { public_origin, hsts, ..WebSettings::default() };
        let request =
            Request::get("/").header("host", "rate.example.org").body(Body::empty()).unwrap();

        let answer = layers(Router::new(), &settings).oneshot(request).await.unwrap();

        let said = answer.headers().get("strict-transport-security");
        assert_eq!(said.map(|said| said.to_str().unwrap()), expected);
    }
}

#[tokio::test]
async fn what_came_without_tls_is_sent_to_it_or_refused() {
    let moved = StatusCode::PERMANENT_REDIRECT;
    let own = "https://rate.example.org";
    let table = [
        // Through a trusted proxy.
        ("10.0.0.1", "http", Method::GET, "/?a=%20b", moved, Some(format!("{own}/?a=%20b"))),
        ("10.0.0.1", "HTTP, https", Method::HEAD, "/", moved, Some(format!("{own}/"))),
        ("10.0.0.1", "http", Method::POST, "/text", StatusCode::FORBIDDEN, None),
        ("10.0.0.1", "http", Method::GET, "/api/v1/x", StatusCode::FORBIDDEN, None),
        ("10.0.0.1", "https", Method::GET, "/", StatusCode::OK, None),
        ("10.0.0.1", "http", Method::GET, "/healthz", StatusCode::OK, None),
        ("10.0.0.1", "", Method::GET, "/", StatusCode::OK, None),
        // From anybody else, who may claim what they like.
        ("127.0.0.1", "", Method::GET, "/", StatusCode::OK, None),
        ("198.51.100.7", "http", Method::GET, "/", StatusCode::OK, None),
    ];

    for (peer, scheme, method, path, status, location) in table {
        let request = Request::builder().method(&method).uri(path);
        let request = request.header("x-forwarded-proto", scheme);
        let peer = SocketAddr::new(peer.parse().unwrap(), 4711);

        let answer = send(request.extension(ConnectInfo(peer)), "x").await;

        assert_eq!(answer.status(), status, "{method} {path} {peer} {scheme}");
        let said = answer.headers().get("location").map(|said| said.to_str().unwrap().to_owned());
        assert_eq!(said, location, "{method} {path} {peer} {scheme}");
    }
}

#[tokio::test]
async fn a_panic_is_answered_in_the_form_the_client_reads() {
    let program = get_page("/panic").await;
    let person = send(Request::get("/panic").header("accept", "text/html,*/*"), "").await;

    assert!(text(program).await.contains(r#""error":"internal""#));
    let page = text(person).await;
    assert!(page.contains("went wrong on the server") && !page.contains("of a handler"), "{page}");
}

#[tokio::test]
async fn an_odd_request_id_is_replaced() {
    let table = [("proxy-4711.a_b", true), ("a b", false), ("", false), (&"a".repeat(65), false)];

    for (name, is_kept) in table {
        let answer = send(Request::get("/").header("x-request-id", name), "").await;

        let answered = answer.headers().get_all("x-request-id").iter().collect::<Vec<_>>();
        assert_eq!(answered.len(), 1);
        assert_eq!(answered[0] == name, is_kept, "{name}");
    }
}

#[tokio::test]
async fn a_request_for_another_host_is_misdirected() {
    let other = send(Request::get("/").header("host", "evil.example"), "").await;
    let two = Request::get("/").header("host", "rate.example.org").header("host", "evil.example");
    let two = send(two, "").await;
    let target = send(Request::get("http://evil.example/"), "").await;
    let probe = send(Request::get("/healthz").header("host", "10.0.0.1:3000"), "").await;

    for answer in [other, two, target] {
        assert_eq!(answer.status(), StatusCode::MISDIRECTED_REQUEST);
    }
    assert_eq!(probe.status(), StatusCode::OK);
}

#[tokio::test]
async fn only_our_own_pages_and_programs_may_change_something() {
    let table: &[(&[(&str, &str)], StatusCode)] = &[
        (&[("sec-fetch-site", "same-origin")], StatusCode::OK),
        (&[("sec-fetch-site", "none")], StatusCode::OK),
        (&[("origin", PUBLIC)], StatusCode::OK),
        (&[("cookie", "a=b")], StatusCode::OK),
        (&[("sec-fetch-site", "cross-site")], StatusCode::FORBIDDEN),
        (&[("sec-fetch-site", "same-site")], StatusCode::FORBIDDEN),
        (&[("origin", "https://evil.example")], StatusCode::FORBIDDEN),
        (&[("origin", "http://rate.example.org")], StatusCode::FORBIDDEN),
        (
            &[("origin", "http://rate.example.org"), ("sec-fetch-site", "same-origin")],
            StatusCode::FORBIDDEN,
        ),
        (&[("origin", "http://rate.example.org"), ("authorization", "Bearer t")], StatusCode::OK),
        (&[("origin", "http://localhost:3000"), ("host", "localhost:3000")], StatusCode::OK),
        (&[("origin", "null")], StatusCode::FORBIDDEN),
        (&[("origin", "null"), ("sec-fetch-site", "cross-site")], StatusCode::FORBIDDEN),
        (&[("origin", "https://evil.example"), ("authorization", "Bearer t")], StatusCode::OK),
        (
            &[("sec-fetch-site", "cross-site"), ("authorization", "Bearer t"), ("cookie", "a=b")],
            StatusCode::FORBIDDEN,
        ),
        (&[("sec-fetch-site", "cross-site"), ("authorization", "Basic t")], StatusCode::FORBIDDEN),
    ];

    for (headers, expected) in table {
        let request = headers
            .iter()
            .fold(Request::post("/text"), |request, (name, value)| request.header(*name, *value));

        let answer = send(request, "x").await;

        assert_eq!(answer.status(), *expected, "{headers:?}");
    }
}

#[tokio::test]
async fn following_a_link_from_another_site_is_allowed() {
    let answer = send(Request::get("/").header("sec-fetch-site", "cross-site"), "").await;

    assert_eq!(answer.status(), StatusCode::OK);
}

#[tokio::test]
async fn a_route_may_take_more_than_others() {
    let table = [
        ("/text", 100, StatusCode::OK),
        ("/text", 101, StatusCode::PAYLOAD_TOO_LARGE),
        ("/imports", 1_000, StatusCode::OK),
        ("/imports", 1_001, StatusCode::PAYLOAD_TOO_LARGE),
    ];

    for (path, length, expected) in table {
        let known = send(Request::post(path), vec![0; length]).await;
        let pieces = [length / 2, length - length / 2].map(|n| Bytes::from(vec![0; n]));
        let pieces = futures::stream::iter(pieces.map(Ok::<_, std::io::Error>));
        let unknown = send(Request::post(path), Body::from_stream(pieces)).await;

        assert_eq!((known.status(), unknown.status()), (expected, expected), "{path} {length}");
    }
}

#[tokio::test(start_paused = true)]
async fn a_slow_handler_is_stopped_where_nothing_slow_is_expected() {
    let stopped = get_page("/slow").await;
    let awaited = get_page("/imports").await;

    assert_eq!(stopped.status(), StatusCode::SERVICE_UNAVAILABLE);
    assert!(stopped.headers().contains_key("retry-after"));
    assert_eq!(awaited.status(), StatusCode::OK);
}

#[tokio::test]
async fn a_handler_learns_the_address_of_the_client() {
    let answer = get_page("/client").await;

    assert_eq!(text(answer).await, "0.0.0.0", "there is no connection in this test");
}
