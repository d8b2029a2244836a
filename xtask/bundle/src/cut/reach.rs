//! What the linker tells of a module: which function refers to which, and to which bytes.

use anyhow::{Context, Result, bail};
use std::collections::{HashMap, HashSet};
use std::ops::Range;
use wasmparser::{
    ConstExpr, CustomSectionReader, DataKind, ElementItems, ElementKind, ExternalKind, KnownCustom,
    Linking, Operator, Parser, Payload, RelocationEntry, RelocationType, SymbolInfo, TypeRef,
};

/// Places in memory.
pub(crate) type Span = Range<u32>;

/// What a first chart reaches and what it does not.
pub(crate) struct Reach {
    /// The places in the function table that code and memory of the first part name.
    pub slots: HashSet<u32>,
    /// The bytes of memory that only the second part names, in order.
    pub later: Vec<Span>,
}

/// Something that refers to others.
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
enum Node {
    Function(u32),
    /// By its number among the linker's symbols.
    Bytes(u32),
}

/// A module as the linker left it.
#[derive(Default)]
struct Linked {
    exports: Vec<(String, u32)>,
    start: Option<u32>,
    slots: HashMap<u32, u32>,
    /// Where the body of each function of its own lies in the file.
    bodies: Vec<(Range<usize>, u32)>,
    code: usize,
    data: usize,
    /// Where a segment lies in the file, and in memory.
    segments: Vec<(Range<usize>, u32)>,
    symbols: Vec<Option<Symbol>>,
    relocations: Vec<(bool, RelocationEntry)>,
}

#[derive(Clone)]
enum Symbol {
    Function(u32),
    Bytes(Span),
}

/// What is reached from the exports but for `later`; `module` has the linker's relocations.
pub(crate) fn reach(module: &[u8], later: &[&str]) -> Result<Reach> {
    let linked = read(module)?;
    if linked.relocations.is_empty() {
        bail!("the module has no relocations: it was linked without --emit-relocs");
    }
    for name in later {
        if !linked.exports.iter().any(|(export, _)| is_named(export, name)) {
            bail!("the module exports no {name}");
        }
    }
    let (edges, taken) = linked.edges()?;
    // What only describes types to the binder goes away with it.
    let is_first = |name: &str| {
        !later.iter().any(|one| is_named(name, one)) && !name.starts_with("__wbindgen_describe")
    };
    let roots = linked.exports.iter().filter(|(name, _)| is_first(name)).map(|(_, index)| *index);
    let mut stack: Vec<Node> = roots.chain(linked.start).map(Node::Function).collect();
    let mut reached: HashSet<Node> = stack.iter().copied().collect();
    while let Some(node) = stack.pop() {
        for next in edges.get(&node).into_iter().flatten() {
            if reached.insert(*next) {
                stack.push(*next);
            }
        }
    }
    let slots = taken.iter().filter(|(node, _)| reached.contains(node));
    let slots = slots.filter_map(|(_, function)| linked.slots.get(function).copied()).collect();
    Ok(Reach { slots, later: linked.apart(&reached) })
}

/// Whether an export is the one of a name: the binder takes away the 16 digits after it.
fn is_named(export: &str, name: &str) -> bool {
    let digits = export.strip_prefix(name).map(|rest| rest.strip_prefix('_').unwrap_or(rest));
    digits.is_some_and(|digits| {
        digits.is_empty() || digits.len() == 16 && digits.bytes().all(|one| one.is_ascii_hexdigit())
    })
}

/// Who refers to what, and who names the place of which function in the table.
type Edges = (HashMap<Node, Vec<Node>>, Vec<(Node, u32)>);

impl Linked {
    /// What the linker says in a section of its own.
    fn take(&mut self, section: &CustomSectionReader) -> Result<()> {
        match section.as_known() {
            KnownCustom::Linking(linking) => {
                for subsection in linking.subsections() {
                    let Linking::SymbolTable(symbols) = subsection? else { continue };
                    for one in symbols {
                        self.symbols.push(symbol(one?, &self.segments));
                    }
                }
            }
            KnownCustom::Reloc(relocations) => {
                let is_code = section.name() == "reloc.CODE";
                if is_code || section.name() == "reloc.DATA" {
                    for entry in relocations.entries() {
                        self.relocations.push((is_code, entry?));
                    }
                }
            }
            _ => {}
        }
        Ok(())
    }

    fn edges(&self) -> Result<Edges> {
        let mut edges: HashMap<Node, Vec<Node>> = HashMap::new();
        let mut taken = Vec::new();
        for (is_code, entry) in &self.relocations {
            use RelocationType::{
                FunctionIndexLeb, GlobalIndexLeb, MemoryAddrI32, MemoryAddrLeb, MemoryAddrSleb,
                TableIndexI32, TableIndexSleb, TableNumberLeb, TypeIndexLeb,
            };
            let target = match entry.ty {
                TypeIndexLeb | GlobalIndexLeb | TableNumberLeb => continue,
                FunctionIndexLeb | TableIndexI32 | TableIndexSleb | MemoryAddrLeb
                | MemoryAddrSleb | MemoryAddrI32 => entry.index,
                other => bail!("a relocation of an unknown kind: {other:?}"),
            };
            let froms = self.owners(*is_code, entry.offset as usize)?;
            let node = match self.symbols.get(target as usize).context("no such symbol")? {
                Some(Symbol::Function(index)) => Node::Function(*index),
                Some(Symbol::Bytes(_)) => Node::Bytes(target),
                None => continue,
            };
            for from in froms {
                if let (TableIndexI32 | TableIndexSleb, Node::Function(index)) = (entry.ty, node) {
                    taken.push((from, index));
                }
                edges.entry(from).or_default().push(node);
            }
        }
        Ok((edges, taken))
    }

    /// The function in whose body a relocation lies, or the symbols of the bytes.
    fn owners(&self, is_code: bool, offset: usize) -> Result<Vec<Node>> {
        if is_code {
            let at = self.code + offset;
            let next = self.bodies.partition_point(|(body, _)| body.start <= at);
            let found = next.checked_sub(1).map(|index| &self.bodies[index]);
            let (_, index) = found
                .filter(|(body, _)| body.contains(&at))
                .context("a relocation outside of all functions")?;
            return Ok(vec![Node::Function(*index)]);
        }
        let at = self.data + offset;
        let (file, memory) = self
            .segments
            .iter()
            .find(|(file, _)| file.contains(&at))
            .context("a relocation outside of all data")?;
        let address = memory + (at - file.start) as u32;
        let owners: Vec<Node> = (0..)
            .zip(&self.symbols)
            .filter_map(|(number, symbol)| match symbol {
                Some(Symbol::Bytes(span)) if span.contains(&address) => Some(Node::Bytes(number)),
                _ => None,
            })
            .collect();
        if owners.is_empty() {
            bail!("a relocation in data that no symbol names");
        }
        Ok(owners)
    }

    /// The bytes of symbols that are not reached, and of none that is; with what fills the gaps
    /// between them, where that is nothing.
    fn apart(&self, reached: &HashSet<Node>) -> Vec<Span> {
        let (mut first, mut later) = (Vec::new(), Vec::new());
        for (number, symbol) in (0..).zip(&self.symbols) {
            let Some(Symbol::Bytes(span)) = symbol else { continue };
            let is_reached = reached.contains(&Node::Bytes(number));
            if is_reached { &mut first } else { &mut later }.push(span.clone());
        }
        without(&merged(later), &merged(first))
    }
}

/// Spans in order, those that touch as one.
fn merged(mut spans: Vec<Span>) -> Vec<Span> {
    spans.retain(|span| !span.is_empty());
    spans.sort_by_key(|span| span.start);
    let mut all: Vec<Span> = Vec::new();
    for span in spans {
        match all.last_mut() {
            Some(last) if span.start <= last.end => last.end = last.end.max(span.end),
            _ => all.push(span),
        }
    }
    all
}

/// Of `spans` what is in none of `others`, both merged.
fn without(spans: &[Span], others: &[Span]) -> Vec<Span> {
    let mut left = Vec::new();
    for span in spans {
        let mut start = span.start;
        for other in others.iter().filter(|one| one.start < span.end && one.end > span.start) {
            if other.start > start {
                left.push(start..other.start);
            }
            start = start.max(other.end);
        }
        if start < span.end {
            left.push(start..span.end);
        }
    }
    left
}

fn read(module: &[u8]) -> Result<Linked> {
    let mut linked = Linked::default();
    let (mut imported, mut own) = (0, 0);
    for payload in Parser::new(0).parse_all(module) {
        match payload? {
            Payload::ImportSection(imports) => {
                for import in imports.into_imports() {
                    imported += u32::from(matches!(import?.ty, TypeRef::Func(_)));
                }
            }
            Payload::ExportSection(exports) => {
                for export in exports {
                    let export = export?;
                    if export.kind == ExternalKind::Func {
                        linked.exports.push((export.name.to_owned(), export.index));
                    }
                }
            }
            Payload::StartSection { func, .. } => linked.start = Some(func),
            Payload::ElementSection(elements) => {
                for element in elements {
                    slots(&element?, &mut linked.slots)?;
                }
            }
            Payload::CodeSectionStart { range, .. } => linked.code = range.start,
            Payload::CodeSectionEntry(body) => {
                linked.bodies.push((body.range(), imported + own));
                own += 1;
            }
            Payload::DataSection(data) => {
                linked.data = data.range().start;
                for segment in data {
                    let segment = segment?;
                    let DataKind::Active { offset_expr, .. } = segment.kind else {
                        bail!("a passive data segment")
                    };
                    let end = segment.range.end;
                    linked.segments.push((end - segment.data.len()..end, number(&offset_expr)?));
                }
            }
            Payload::CustomSection(section) => linked.take(&section)?,
            _ => {}
        }
    }
    Ok(linked)
}

fn symbol(symbol: SymbolInfo, segments: &[(Range<usize>, u32)]) -> Option<Symbol> {
    match symbol {
        SymbolInfo::Func { index, .. } => Some(Symbol::Function(index)),
        SymbolInfo::Data { symbol: Some(place), .. } => {
            let (_, memory) = segments.get(place.index as usize)?;
            let start = memory + place.offset;
            Some(Symbol::Bytes(start..start + place.size))
        }
        _ => None,
    }
}

fn slots(element: &wasmparser::Element, to: &mut HashMap<u32, u32>) -> Result<()> {
    let ElementKind::Active { offset_expr, .. } = &element.kind else { return Ok(()) };
    let ElementItems::Functions(functions) = &element.items else {
        bail!("a function table that is not filled with functions")
    };
    for (slot, function) in (number(offset_expr)?..).zip(functions.clone()) {
        to.insert(function?, slot);
    }
    Ok(())
}

fn number(expression: &ConstExpr) -> Result<u32> {
    match expression.get_operators_reader().read()? {
        Operator::I32Const { value } => Ok(value as u32),
        other => bail!("a place that is no number: {other:?}"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_touches_is_one_and_what_others_name_is_left_out() {
        assert_eq!(merged(vec![8..9, 0..4, 4..6, 7..7]), [0..6, 8..9]);
        assert_eq!(without(&[0..10, 20..30], &[2..4, 9..22]), [0..2, 4..9, 22..30]);
        assert_eq!(without(&[5..6, 9..11], &[0..2, 4..9]), merged(vec![9..11, 9..10]));
    }

    #[test]
    fn an_export_is_known_with_its_digits() {
        assert!(is_named("widget_rows_b226a4093fc6c42c", "widget_rows"));
        assert!(is_named("widget_rows", "widget_rows"));
        assert!(!is_named("widget_zoom_to", "widget_zoom"));
        assert!(!is_named("widget_zoom_to_b226a4093fc6c42c", "widget_zoom"));
    }

    #[test]
    fn a_module_without_relocations_is_refused() {
        let error = reach(b"\0asm\x01\0\0\0", &[]).err().expect("refused").to_string();
        assert_eq!(error, "the module has no relocations: it was linked without --emit-relocs");
    }
}
