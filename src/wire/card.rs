//! A card as JSON for the element.

use super::Json;
use crate::scene::Focus;
use crate::words::Card;

/// What the card says, and where the mark is.
pub fn card(card: &Card, focus: &Focus) -> String {
    let mut json = Json::new();
    json.object(|json| {
        json.key("title").string(&card.title);
        json.optional("url", card.url.as_deref());
        json.optional("context", card.context.as_deref());
        json.optional("date", card.date.as_deref());
        json.optional("value", card.value.as_deref());
        json.optional("reporter", card.reporter.as_deref());
        json.key("remarks").array(&card.remarks, |json, remark| json.string(remark));
        json.key("related").array(&card.related, |json, related| {
            json.object(|json| {
                json.key("heading").string(&related.heading);
                json.key("lines").array(&related.lines, |json, line| {
                    json.object(|json| {
                        json.key("text").string(&line.text);
                        json.key("record").string(&line.record);
                    });
                });
            });
        });
        json.key("citations").array(&card.citations, |json, cited| {
            json.object(|json| {
                json.key("name").string(&cited.name);
                json.optional("url", cited.url.as_deref());
                json.optional("locator", cited.locator.as_deref());
            });
        });
        if let Some(at) = focus.at {
            json.key("at").object(|json| {
                json.key("x").pixels(at.x);
                json.key("y").pixels(at.y);
            });
        }
        json.key("pinned").boolean(focus.pinned);
        json.key("cluster").boolean(focus.cluster && focus.at.is_some());
    });
    json.finish()
}
