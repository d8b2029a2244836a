//! Two modules from one.

use super::reach::{Reach, Span};
use anyhow::{Context, Result, bail};
use std::collections::{BTreeMap, BTreeSet};
use walrus::ir::{Value, Visitor, dfs_in_order};
use walrus::{
    ConstExpr, DataKind, ElementItems, ElementKind, ExportItem, FunctionId, FunctionKind, GlobalId,
    GlobalKind, ImportKind, ImportedFunction, MemoryId, Module, ModuleConfig, TableId, passes,
};

/// From where the second module imports what the first exports for it; the loader has the same.
const FIRST: &str = "f";
/// Fewer bytes than this stay where they are: a segment of their own would weigh as much.
const LEAST: usize = 16;

/// What the second part takes of the first: numbers of functions, globals and tables, and the short names
/// that they are exported by.
#[derive(Default)]
struct Shared {
    functions: BTreeMap<usize, String>,
    globals: BTreeMap<usize, String>,
    tables: BTreeMap<usize, String>,
}

/// The first part and the second; `module` may be any later stage of that in which `reach` was
/// found, as long as its function table and its memory stand where they stood.
pub(crate) fn split(module: &[u8], later: &[&str], reach: &Reach) -> Result<(Vec<u8>, Vec<u8>)> {
    let first = first_functions(&parse(module)?, later, reach)?;
    let shared = shared(&parse(module)?, &first)?;
    let one = first_part(parse(module)?, later, (&first, &shared), &reach.later)?;
    let other = second_part(parse(module)?, later, (&first, &shared), &reach.later)?;
    Ok((one, other))
}

fn parse(module: &[u8]) -> Result<Module> {
    let mut config = ModuleConfig::new();
    config.generate_name_section(true).generate_producers_section(false);
    config.parse(module)
}

/// The numbers of the functions that the first part has: all that is called by what is exported, or
/// stands in the table where the first part looks.
fn first_functions(module: &Module, later: &[&str], reach: &Reach) -> Result<BTreeSet<usize>> {
    let mut stack: Vec<FunctionId> = module.start.into_iter().collect();
    for export in module.exports.iter().filter(|one| !later.contains(&one.name.as_str())) {
        if let ExportItem::Function(function) = export.item {
            stack.push(function);
        }
    }
    for (slot, function) in
        table(module)?.into_iter().flat_map(|(_, start, all)| (start..).zip(all))
    {
        if reach.slots.contains(&slot) {
            stack.push(function);
        }
    }
    let mut found: BTreeSet<usize> = BTreeSet::new();
    while let Some(function) = stack.pop() {
        if found.insert(function.index()) {
            stack.extend(Names::of(module, function).functions);
        }
    }
    Ok(found)
}

/// The functions in the tables, each run with its table and its first place.
fn table(module: &Module) -> Result<Vec<(TableId, u32, Vec<FunctionId>)>> {
    let mut runs = Vec::new();
    for element in module.elements.iter() {
        let ElementKind::Active { table, offset } = &element.kind else { continue };
        match &element.items {
            ElementItems::Functions(functions) => {
                runs.push((*table, place(offset)?, functions.clone()))
            }
            ElementItems::Expressions(..) => bail!("a table that is not filled with functions"),
        }
    }
    Ok(runs)
}

fn place(expression: &ConstExpr) -> Result<u32> {
    match expression {
        ConstExpr::Value(Value::I32(place)) => Ok(*place as u32),
        other => bail!("a place that is no number: {other:?}"),
    }
}

/// What a function names.
#[derive(Default)]
struct Names {
    functions: Vec<FunctionId>,
    globals: Vec<GlobalId>,
    tables: Vec<TableId>,
}

impl Names {
    fn of(module: &Module, function: FunctionId) -> Names {
        let mut names = Names::default();
        if let FunctionKind::Local(local) = &module.funcs.get(function).kind {
            dfs_in_order(&mut names, local, local.entry_block());
        }
        names
    }
}

impl<'a> Visitor<'a> for Names {
    fn visit_function_id(&mut self, function: &FunctionId) {
        self.functions.push(*function);
    }
    fn visit_global_id(&mut self, global: &GlobalId) {
        self.globals.push(*global);
    }
    fn visit_table_id(&mut self, table: &TableId) {
        self.tables.push(*table);
    }
}

fn shared(module: &Module, first: &BTreeSet<usize>) -> Result<Shared> {
    let [mut functions, mut globals, mut tables] = [(); 3].map(|()| BTreeSet::new());
    for function in module.funcs.iter().map(|one| one.id()) {
        if first.contains(&function.index()) {
            continue;
        }
        let names = Names::of(module, function);
        let is_own =
            |one: &FunctionId| matches!(module.funcs.get(*one).kind, FunctionKind::Local(_));
        let called = names.functions.iter().filter(|one| is_own(one)).map(|one| one.index());
        functions.extend(called.filter(|one| first.contains(one)));
        globals.extend(names.globals.iter().map(|one| one.index()));
        tables.extend(names.tables.iter().map(|one| one.index()));
    }
    tables.extend(table(module)?.iter().map(|(table, ..)| table.index()));
    let mut count = 0;
    let mut named = |all: BTreeSet<usize>| -> BTreeMap<usize, String> {
        let mut short = || {
            count += 1;
            short(count - 1)
        };
        all.into_iter().map(|index| (index, short())).collect()
    };
    Ok(Shared { functions: named(functions), globals: named(globals), tables: named(tables) })
}

/// The shortest names, in turn.
fn short(mut number: usize) -> String {
    const LETTERS: &[u8; 52] = b"abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ";
    let mut name = String::new();
    loop {
        name.push(char::from(LETTERS[number % LETTERS.len()]));
        if number < LETTERS.len() {
            return name;
        }
        number = number / LETTERS.len() - 1;
    }
}

fn first_part(
    mut module: Module,
    later: &[&str],
    (first, shared): (&BTreeSet<usize>, &Shared),
    apart: &[Span],
) -> Result<Vec<u8>> {
    for name in later {
        module.exports.remove(name)?;
    }
    for one in module.funcs.iter().map(|one| one.id()).collect::<Vec<_>>() {
        if let Some(name) = shared.functions.get(&one.index()) {
            module.exports.add(name, one);
        }
    }
    for one in module.globals.iter().map(|one| one.id()).collect::<Vec<_>>() {
        if let Some(name) = shared.globals.get(&one.index()) {
            module.exports.add(name, one);
        }
    }
    for one in module.tables.iter().map(|one| one.id()).collect::<Vec<_>>() {
        if let Some(name) = shared.tables.get(&one.index()) {
            module.exports.add(name, one);
        }
    }
    refill(&mut module, |one| first.contains(&one.index()))?;
    let pieces = pieces(&module, apart)?;
    refill_memory(&mut module, pieces.into_iter().filter(|piece| !piece.is_later))?;
    passes::gc::run(&mut module);
    Ok(module.emit_wasm())
}

fn second_part(
    mut module: Module,
    later: &[&str],
    (first, shared): (&BTreeSet<usize>, &Shared),
    apart: &[Span],
) -> Result<Vec<u8>> {
    module.start = None;
    let names: Vec<String> = module.exports.iter().map(|one| one.name.clone()).collect();
    let pieces = pieces(&module, apart)?;
    refill(&mut module, |one| !first.contains(&one.index()))?;
    refill_memory(&mut module, pieces.into_iter().filter(|piece| piece.is_later))?;
    for name in names.iter().filter(|name| !later.contains(&name.as_str())) {
        module.exports.remove(name)?;
    }
    for one in module.funcs.iter().map(|one| one.id()).collect::<Vec<_>>() {
        if let Some(name) = shared.functions.get(&one.index()) {
            let ty = module.funcs.get(one).ty();
            let import = module.imports.add(FIRST, name, one);
            module.funcs.get_mut(one).kind = FunctionKind::Import(ImportedFunction { import, ty });
        }
    }
    for one in module.globals.iter().map(|one| one.id()).collect::<Vec<_>>() {
        if let Some(name) = shared.globals.get(&one.index()) {
            let import = module.imports.add(FIRST, name, one);
            module.globals.get_mut(one).kind = GlobalKind::Import(import);
        }
    }
    for one in module.tables.iter().map(|one| one.id()).collect::<Vec<_>>() {
        if let Some(name) = shared.tables.get(&one.index()) {
            let import = module.imports.add(FIRST, name, one);
            module.tables.get_mut(one).import = Some(import);
        }
    }
    let memory = memory(&module)?;
    let import = module.imports.add(FIRST, "memory", ImportKind::Memory(memory));
    module.memories.get_mut(memory).import = Some(import);
    passes::gc::run(&mut module);
    Ok(module.emit_wasm())
}

fn memory(module: &Module) -> Result<MemoryId> {
    Ok(module.memories.iter().next().context("the module has no memory")?.id())
}

/// Leaves in the tables what `keeps` takes.
fn refill(module: &mut Module, keeps: impl Fn(FunctionId) -> bool) -> Result<()> {
    let runs = table(module)?;
    let old: Vec<_> = module.elements.iter().map(|one| one.id()).collect();
    for one in module.tables.iter_mut() {
        one.elem_segments.clear();
    }
    for one in old {
        module.elements.delete(one);
    }
    for (table, start, all) in runs {
        let mut run: Vec<FunctionId> = Vec::new();
        let end = start + all.len() as u32;
        for (slot, function) in (start..=end).zip(all.into_iter().map(Some).chain([None])) {
            match function.filter(|one| keeps(*one)) {
                Some(function) => run.push(function),
                None if run.is_empty() => {}
                None => {
                    let offset = ConstExpr::Value(Value::I32((slot - run.len() as u32) as i32));
                    let items = ElementItems::Functions(std::mem::take(&mut run));
                    let added = module.elements.add(ElementKind::Active { table, offset }, items);
                    module.tables.get_mut(table).elem_segments.insert(added);
                }
            }
        }
    }
    Ok(())
}

/// Bytes that stand in memory at the start.
struct Piece {
    start: u32,
    bytes: Vec<u8>,
    is_later: bool,
}

/// The module's data, cut at the bounds of `apart`; what lies between two pieces of the second part
/// and is nothing goes with them.
fn pieces(module: &Module, apart: &[Span]) -> Result<Vec<Piece>> {
    let mut all = Vec::new();
    for data in module.data.iter() {
        let DataKind::Active { offset, .. } = &data.kind else { bail!("a passive data segment") };
        let start = place(offset)?;
        let end = start + data.value.len() as u32;
        let bytes = |span: Span| {
            data.value[(span.start - start) as usize..(span.end - start) as usize].to_vec()
        };
        let inside = apart.iter().filter(|span| span.start >= start && span.end <= end);
        let mut joined: Vec<Span> = Vec::new();
        for span in inside {
            match joined.last_mut() {
                Some(last) if bytes(last.end..span.start).iter().all(|byte| *byte == 0) => {
                    last.end = span.end
                }
                _ => joined.push(span.clone()),
            }
        }
        joined.retain(|span| span.len() >= LEAST);
        let mut at = start;
        for span in joined.into_iter().chain(std::iter::once(end..end)) {
            for (part, is_later) in [(at..span.start, false), (span.clone(), true)] {
                if !part.is_empty() {
                    all.push(Piece { start: part.start, bytes: bytes(part), is_later });
                }
            }
            at = span.end;
        }
    }
    Ok(all)
}

fn refill_memory(module: &mut Module, pieces: impl Iterator<Item = Piece>) -> Result<()> {
    let memory = memory(module)?;
    let old: Vec<_> = module.data.iter().map(|one| one.id()).collect();
    module.memories.get_mut(memory).data_segments.clear();
    for one in old {
        module.data.delete(one);
    }
    for Piece { start, bytes, .. } in pieces {
        let offset = ConstExpr::Value(Value::I32(start as i32));
        let added = module.data.add(DataKind::Active { memory, offset }, bytes);
        module.memories.get_mut(memory).data_segments.insert(added);
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::HashSet;
    use walrus::{FunctionBuilder, RefType, ValType};

    /// `first` calls the helper; `second` calls the helper and its own; the table names both helpers.
    fn module() -> Vec<u8> {
        let mut module = Module::default();
        let memory = module.memories.add_local(false, false, 1, None, None);
        module.exports.add("memory", memory);
        let offset = |at: i32| ConstExpr::Value(Value::I32(at));
        let bytes: Vec<u8> = (0..80).collect();
        let data = module.data.add(DataKind::Active { memory, offset: offset(1024) }, bytes);
        module.memories.get_mut(memory).data_segments.insert(data);
        let mut function = |calls: &[FunctionId], number: i32| {
            let mut builder = FunctionBuilder::new(&mut module.types, &[], &[ValType::I32]);
            let mut body = builder.func_body();
            for one in calls {
                body.call(*one).drop();
            }
            body.i32_const(number);
            builder.finish(vec![], &mut module.funcs)
        };
        let (helper, own) = (function(&[], 1), function(&[], 2));
        let (first, second) = (function(&[helper], 3), function(&[helper, own], 4));
        module.exports.add("first", first);
        module.exports.add("second", second);
        let table = module.tables.add_local(false, 3, Some(3), RefType::FUNCREF);
        let items = ElementItems::Functions(vec![helper, own]);
        let kind = ElementKind::Active { table, offset: offset(1) };
        let element = module.elements.add(kind, items);
        module.tables.get_mut(table).elem_segments.insert(element);
        module.emit_wasm()
    }

    fn cut(slots: &[u32]) -> [Module; 2] {
        let slots: HashSet<u32> = slots.iter().copied().collect();
        let reach = Reach { slots, later: vec![1040..1056, 1056..1072] };
        let (first, later) = split(&module(), &["second"], &reach).expect("cut");
        [first, later].map(|part| Module::from_buffer(&part).expect("a valid module"))
    }

    fn slots(module: &Module) -> Vec<(u32, usize)> {
        let runs = table(module).expect("functions");
        runs.iter().map(|(_, start, all)| (*start, all.len())).collect()
    }

    #[test]
    fn each_part_has_what_it_reaches_and_the_second_takes_the_rest_of_the_first() {
        let [first, later] = cut(&[1]);
        let names = |module: &Module| -> Vec<String> {
            module.exports.iter().map(|one| one.name.clone()).collect()
        };
        assert_eq!(first.funcs.iter_local().count(), 2);
        assert!(
            names(&first).contains(&"first".to_owned())
                && !names(&first).contains(&"second".to_owned())
        );
        assert_eq!(names(&later), ["second"]);
        let taken: Vec<_> = later.imports.iter().map(|one| one.name.clone()).collect();
        assert!(taken.iter().all(|name| names(&first).contains(name)), "{taken:?}");
        assert_eq!(later.funcs.iter_local().count(), 2);
        // Together they fill the table as the whole did.
        assert_eq!((slots(&first), slots(&later)), (vec![(1, 1)], vec![(2, 1)]));
    }

    #[test]
    fn names_are_short_and_no_two_are_alike() {
        assert_eq!([0, 51, 52, 103, 104].map(short), ["a", "Z", "aa", "Za", "ab"]);
        let all: HashSet<String> = (0..3000).map(short).collect();
        assert_eq!(all.len(), 3000);
    }

    #[test]
    fn what_the_first_part_may_call_by_its_place_stays() {
        let [first, later] = cut(&[2]);
        assert_eq!(first.funcs.iter_local().count(), 3);
        assert_eq!(later.funcs.iter_local().count(), 1);
        assert_eq!((slots(&first), slots(&later)), (vec![(1, 2)], vec![]));
    }

    #[test]
    fn bytes_go_where_they_are_named_and_stand_where_they_stood() {
        let placed = |module: &Module| -> Vec<(u32, Vec<u8>)> {
            let all = module.data.iter().map(|one| match &one.kind {
                DataKind::Active { offset, .. } => {
                    (place(offset).expect("a number"), one.value.clone())
                }
                DataKind::Passive => panic!("passive"),
            });
            all.collect()
        };
        let [first, later] = cut(&[1]);
        let bytes: Vec<u8> = (0..80).collect();
        assert_eq!(placed(&later), [(1040, bytes[16..48].to_vec())]);
        assert_eq!(placed(&first), [(1024, bytes[..16].to_vec()), (1072, bytes[48..].to_vec())]);
    }
}
