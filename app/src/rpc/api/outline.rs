//! From the OpenAPI document to the outline. Server only.

use std::sync::OnceLock;

use serde_json::Value;

use super::description::{Answer, Field, Group, Operation, Outline, Parameter};
use super::schema::{self, Document};

const METHODS: [&str; 5] = ["get", "post", "put", "patch", "delete"];

/// The outline of this server's API. Made once: the document is the same for every request.
pub fn of(state: &server::State) -> &'static Outline {
    static OUTLINE: OnceLock<Outline> = OnceLock::new();
    OUTLINE.get_or_init(|| {
        let (_, document) = server::rest::router(state.clone());
        outline(&serde_json::to_value(document).unwrap_or_default())
    })
}

fn outline(document: &Value) -> Outline {
    let mut groups: Vec<Group> = Vec::new();
    for (path, item) in schema::entries(&document["paths"]) {
        for method in METHODS {
            let Some(operation) = item.get(method) else { continue };
            let name = operation["tags"][0].as_str().unwrap_or("other");
            let group = match groups.iter().position(|group| group.name == name) {
                Some(place) => &mut groups[place],
                None => {
                    groups.push(Group { name: name.to_owned(), operations: Vec::new() });
                    groups.last_mut().expect("a group was just added")
                }
            };
            group.operations.push(self::operation(Document(document), method, path, operation));
        }
    }
    let common = take_common(&mut groups);
    let description = schema::text(&document["info"]["description"]);
    Outline { origin: String::new(), description, groups, common }
}

fn operation(document: Document<'_>, method: &str, path: &str, operation: &Value) -> Operation {
    let request = operation.get("requestBody").and_then(|body| document.body(&body["content"]));
    let is_public = operation["security"].as_array().is_some_and(|ways| {
        ways.iter().any(|way| way.as_object().is_some_and(|way| way.is_empty()))
    });
    let description = schema::text(&operation["description"]);
    let description = (!description.is_empty()).then_some(description);
    Operation {
        id: schema::text(&operation["operationId"]),
        method: method.to_owned(),
        path: path.to_owned(),
        summary: schema::text(&operation["summary"]),
        description,
        is_public,
        parameters: parameters(document, path, operation),
        example: example(document, method, path, operation, is_public),
        request,
        answers: answers(document, operation),
    }
}

/// Parameters as described, and those that only the path names.
fn parameters(document: Document<'_>, path: &str, operation: &Value) -> Vec<Parameter> {
    let described: Vec<Parameter> = schema::items(&operation["parameters"])
        .map(|parameter| Parameter {
            place: schema::text(&parameter["in"]),
            field: Field {
                name: schema::text(&parameter["name"]),
                kind: document.kind(&parameter["schema"]),
                is_required: parameter["required"] == true,
                description: schema::text(&parameter["description"]),
            },
        })
        .collect();
    let named = path.split('/').filter_map(|part| part.strip_prefix('{')?.strip_suffix('}'));
    let mut parameters: Vec<Parameter> = named
        .filter(|name| !described.iter().any(|parameter| parameter.field.name == *name))
        .map(|name| Parameter {
            place: "path".to_owned(),
            field: Field {
                name: name.to_owned(),
                kind: "string".to_owned(),
                is_required: true,
                description: String::new(),
            },
        })
        .collect();
    parameters.extend(described);
    parameters
}

fn answers(document: Document<'_>, operation: &Value) -> Vec<Answer> {
    schema::entries(&operation["responses"])
        .map(|(status, response)| Answer {
            status: status.to_owned(),
            description: schema::text(&response["description"]),
            body: document.body(&response["content"]),
        })
        .collect()
}

fn example(
    document: Document<'_>,
    method: &str,
    path: &str,
    operation: &Value,
    is_public: bool,
) -> String {
    let mut lines = Vec::new();
    let request = match method {
        "get" => String::new(),
        other => format!(" --request {}", other.to_uppercase()),
    };
    lines.push(format!("curl{request} \"$TOUCHSTONE{}\"", with_variables(path)));
    if !is_public {
        lines.push("--header \"Authorization: Bearer $TOKEN\"".to_owned());
    }
    let content = operation["requestBody"]["content"].as_object();
    if let Some((media_type, content)) = content.and_then(|content| content.iter().next()) {
        lines.push(format!("--header \"Content-Type: {media_type}\""));
        lines.push(if media_type == "application/json" {
            let sample = document.sample(&content["schema"]);
            format!("--data '{}'", serde_json::to_string_pretty(&sample).unwrap_or_default())
        } else {
            "--data-binary @file".to_owned()
        });
    }
    lines.join(" \\\n  ")
}

/// The path with variables of the shell in place of its parameters: curl reads braces as a list.
fn with_variables(path: &str) -> String {
    let parts = path.split('/').map(|part| {
        match part.strip_prefix('{').and_then(|part| part.strip_suffix('}')) {
            Some(name) => format!("${}", name.to_uppercase()),
            None => part.to_owned(),
        }
    });
    parts.collect::<Vec<_>>().join("/")
}

/// Takes out the answers that most operations share, which are refusals, and returns them.
fn take_common(groups: &mut [Group]) -> Vec<Answer> {
    let all: Vec<&Operation> = groups.iter().flat_map(|group| &group.operations).collect();
    let mut common: Vec<Answer> = Vec::new();
    for answer in all.iter().flat_map(|operation| &operation.answers) {
        let sharing = all.iter().filter(|operation| operation.answers.contains(answer)).count();
        let is_refusal = answer.status.starts_with(['4', '5']);
        if is_refusal && 2 * sharing > all.len() && !common.contains(answer) {
            common.push(answer.clone());
        }
    }
    for operation in groups.iter_mut().flat_map(|group| &mut group.operations) {
        operation.answers.retain(|answer| !common.contains(answer));
    }
    common
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    /// Two operations that may both answer 401, and one of which takes a body.
    fn described() -> Value {
        let refusal = json!({ "description": "Nobody is signed in." });
        let created = json!({ "description": "Recorded.", "content": { "application/json": {
            "schema": { "$ref": "#/components/schemas/Judgment" } } } });
        json!({
            "paths": {
                "/tasks/{task}/judgments": { "post": {
                    "tags": ["judgments"], "operationId": "submit", "summary": "Records it.",
                    "requestBody": { "content": { "application/json": {
                        "schema": { "$ref": "#/components/schemas/Judgment" } } } },
                    "responses": { "201": created, "401": refusal }
                } },
                "/health": { "get": {
                    "tags": ["health"], "operationId": "health", "summary": "Tells.",
                    "security": [{}], "responses": { "401": refusal }
                } }
            },
            "components": { "schemas": { "Judgment": {
                "type": "object", "required": ["id"],
                "properties": {
                    "id": { "type": "string", "format": "uuid", "description": "Made by you." },
                    "grade": { "type": ["integer", "null"] }
                }
            } } }
        })
    }

    #[test]
    fn an_operation_is_told_with_its_fields() {
        let outline = outline(&described());

        let submit = &outline.groups[0].operations[0];
        let body = submit.request.as_ref().unwrap();
        let fields: Vec<_> = body.fields.iter().map(|field| (&*field.name, &*field.kind)).collect();
        assert_eq!(body.kind, "Judgment");
        assert_eq!(fields, [("id", "uuid"), ("grade", "integer or null")]);
        assert_eq!(body.fields[0].description, "Made by you.");
        assert_eq!(submit.parameters[0].field.name, "task");
        assert!(!submit.is_public && outline.groups[1].operations[0].is_public);
    }

    #[test]
    fn an_example_can_be_pasted_into_a_shell() {
        let outline = outline(&described());

        let example = &outline.groups[0].operations[0].example;
        assert!(example.starts_with("curl --request POST \"$TOUCHSTONE/tasks/$TASK/judgments\""));
        assert!(example.contains("--header \"Authorization: Bearer $TOKEN\""));
        assert!(example.contains("\"grade\": 1"));
        assert!(!outline.groups[1].operations[0].example.contains("$TOKEN"));
    }

    #[test]
    fn what_all_operations_refuse_is_told_once() {
        let outline = outline(&described());

        let answers = &outline.groups[0].operations[0].answers;
        assert_eq!(outline.common[0].status, "401");
        assert_eq!(answers.iter().map(|answer| &*answer.status).collect::<Vec<_>>(), ["201"]);
    }

    #[test]
    fn an_empty_document_has_an_empty_outline() {
        assert_eq!(outline(&json!({})), Outline::default());
    }
}
