//! Weights as areas, on a page of their own.

use super::Weight;

const WIDTH: f64 = 1200.0;
const HEIGHT: f64 = 800.0;

/// A rectangle: left, top, width, height.
type Area = [f64; 4];

/// The page: groups, and what is in each.
pub(super) fn page(groups: &[(String, Vec<Weight>)]) -> String {
    let weights: Vec<f64> = groups.iter().map(|(_, all)| sum(all)).collect();
    let mut marks = String::new();
    for (number, ((name, all), area)) in
        groups.iter().zip(areas(&weights, [0.0, 0.0, WIDTH, HEIGHT])).enumerate()
    {
        let hue = number * 47 % 360;
        let own: Vec<f64> = all.iter().map(|one| one.raw as f64).collect();
        for (one, inner) in all.iter().zip(areas(&own, area)) {
            let title = format!("{name}: {} ({} bytes)", one.name, one.raw);
            marks += &rectangle(inner, &format!("fill=\"hsl({hue} 45% 80%)\""), &title);
        }
        let [x, y, width, _] = area;
        if width > 60.0 {
            let (x, y) = (x + 4.0, y + 14.0);
            let text = escaped(&format!("{name} {}", sum(all)));
            marks += &format!("<text x=\"{x:.1}\" y=\"{y:.1}\">{text}</text>\n");
        }
    }
    format!(
        "<!doctype html>\n<html lang=\"en\"><meta charset=\"utf-8\"><title>What the module weighs</title>\n\
         <p>Bytes before compression; rest the pointer on an area for its name.</p>\n\
         <svg viewBox=\"0 0 {WIDTH} {HEIGHT}\" font-family=\"sans-serif\" font-size=\"11\">\n{marks}</svg></html>\n"
    )
}

fn sum(all: &[Weight]) -> f64 {
    all.iter().map(|one| one.raw as f64).sum()
}

fn rectangle([x, y, width, height]: Area, fill: &str, title: &str) -> String {
    format!(
        "<rect x=\"{x:.1}\" y=\"{y:.1}\" width=\"{width:.1}\" height=\"{height:.1}\" {fill} \
         stroke=\"#fff\" stroke-width=\"0.5\"><title>{}</title></rect>\n",
        escaped(title)
    )
}

fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('"', "&quot;")
}

/// Cuts an area by weights: halves of about equal weight, across its longer side.
fn areas(weights: &[f64], area: Area) -> Vec<Area> {
    let whole: f64 = weights.iter().sum();
    if weights.len() <= 1 || whole <= 0.0 {
        return vec![area; weights.len()];
    }
    let (mut at, mut first) = (1, weights[0]);
    while at + 1 < weights.len() && first + weights[at] / 2.0 < whole / 2.0 {
        first += weights[at];
        at += 1;
    }
    let [x, y, width, height] = area;
    let share = first / whole;
    let (one, other) = if width >= height {
        let left = width * share;
        ([x, y, left, height], [x + left, y, width - left, height])
    } else {
        let top = height * share;
        ([x, y, width, top], [x, y + top, width, height - top])
    };
    let mut all = areas(&weights[..at], one);
    all.extend(areas(&weights[at..], other));
    all
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn areas_are_as_the_weights_and_fill_the_whole() {
        let weights = [6.0, 3.0, 2.0, 1.0];
        let all = areas(&weights, [0.0, 0.0, 12.0, 10.0]);
        for (weight, [_, _, width, height]) in weights.iter().zip(&all) {
            assert!((width * height - weight * 10.0).abs() < 1e-9, "{all:?}");
        }
    }

    #[test]
    fn a_name_is_no_markup() {
        let weight = Weight { name: "a<b>".to_owned(), raw: 1, brotli: 1 };
        let page = page(&[("room".to_owned(), vec![weight])]);
        assert!(page.contains("room: a&lt;b> (1 bytes)"), "{page}");
    }
}
