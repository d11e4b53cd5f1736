//! Fields of what the API takes and answers.

use leptos::prelude::*;

use super::prose::prose;
use crate::rpc::api::{Body, Field};

/// A line of the table.
#[derive(Debug, Clone, PartialEq)]
pub struct Row {
    /// Where a parameter stands; none for the field of a body.
    pub place: Option<String>,
    pub field: Field,
}

/// The type of a body and its fields.
#[component]
pub fn BodyView(body: Body) -> impl IntoView {
    let Body { media_types, kind, fields } = body;
    let rows: Vec<Row> = fields.into_iter().map(|field| Row { place: None, field }).collect();
    view! {
        <p>
            <code>{media_types.join(", ")}</code>
            ": "
            {kind}
        </p>
        {(!rows.is_empty()).then(|| view! { <FieldTable label="Fields" rows /> })}
    }
}

/// Names, types and meanings.
#[component]
pub fn FieldTable(label: &'static str, rows: Vec<Row>) -> impl IntoView {
    let places = rows.iter().any(|row| row.place.is_some());
    view! {
        <div class="table-scroll" tabindex="0" role="group" aria-label=label>
            <table class="table">
                <thead>
                    <tr>
                        <th scope="col">"Name"</th>
                        {places.then(|| view! { <th scope="col">"In"</th> })}
                        <th scope="col">"Type"</th>
                        <th scope="col">"Means"</th>
                    </tr>
                </thead>
                <tbody>
                    {rows
                        .into_iter()
                        .map(|row| {
                            let Field { name, kind, is_required, description } = row.field;
                            view! {
                                <tr>
                                    <th scope="row">
                                        <code>{name}</code>
                                        {(!is_required)
                                            .then(|| {
                                                view! { <span class="table__note">"optional"</span> }
                                            })}
                                    </th>
                                    {row.place.map(|place| view! { <td>{place}</td> })}
                                    <td>{kind}</td>
                                    <td>{prose(&description)}</td>
                                </tr>
                            }
                        })
                        .collect_view()}
                </tbody>
            </table>
        </div>
    }
}
