//! The import while it is made: the grids, what is taken from them, and the lists that grow.

use std::collections::{HashMap, HashSet};

use super::answers::Answers;
use super::beside::Beside;
use super::context::Context;
use super::cut;
use super::grid::{At, Grid};
use super::made::Unwritten;
use super::pending::Pending;
use super::write;
use super::{
    ColumnUse, Imported, Inference, MAX_ROWS, Opened, PackageMeta, Question, RecordRow,
    RecordTable, Refusal, Saying, refusals, sayings,
};

/// The most sentences of one list.
pub(super) const MAX_SAID: usize = 1_000;

pub(super) struct Draft<'a> {
    pub answers: &'a Answers,
    pub grids: Vec<Grid>,
    /// Their files.
    pub sources: Vec<String>,
    pub inferred: Vec<Inference>,
    pub files: Vec<(String, Vec<u8>)>,
    pub meta: PackageMeta,
    pub used: Vec<ColumnUse>,
    tables: Vec<RecordTable>,
    pub(super) questions: Vec<Question>,
    pub(super) asked: HashSet<Saying>,
    named: Vec<At>,
    /// Of each grid: which cells have a place.
    pub(super) taken: Vec<Vec<bool>>,
    /// Why cells, columns and rows are left.
    pub(super) cells: HashMap<At, Saying>,
    pub(super) columns: HashMap<(u16, u16), Saying>,
    pub(super) rows: HashMap<(u16, u32), Saying>,
    /// What was said or found out once: of a grid and column, under a key.
    said: HashSet<(usize, usize, String)>,
    /// Of a grid and column: which trade has a row of all its parts.
    pub(super) wholes: HashMap<(usize, usize), HashSet<u64>>,
    pub(super) beside: HashMap<(usize, usize), Beside>,
    contexts: HashMap<String, Context>,
    pub(super) notes: HashMap<String, String>,
    pub(super) sources_known: HashMap<[String; 2], String>,
    pub(super) terms: HashMap<(String, String), String>,
    pub(super) made: Vec<Unwritten>,
    pub(super) ids: HashSet<String>,
    pub(super) pending: Vec<Pending>,
    /// Sources that are cited as a whole.
    pub(super) publications: HashSet<String>,
    pub(super) counted: HashMap<&'static str, usize>,
}

impl<'a> Draft<'a> {
    pub(super) fn of(opened: Opened, answers: &'a Answers) -> Draft<'a> {
        let taken = opened.grids.iter().map(|grid| vec![false; grid.count()]).collect();
        Draft {
            answers,
            grids: opened.grids,
            sources: opened.sources,
            inferred: opened.inferred,
            files: opened.files,
            meta: opened.meta,
            used: Vec::new(),
            tables: Vec::new(),
            questions: Vec::new(),
            asked: HashSet::new(),
            named: Vec::new(),
            taken,
            cells: HashMap::new(),
            columns: HashMap::new(),
            rows: HashMap::new(),
            said: HashSet::new(),
            wholes: HashMap::new(),
            beside: HashMap::new(),
            contexts: HashMap::new(),
            notes: HashMap::new(),
            sources_known: HashMap::new(),
            terms: HashMap::new(),
            made: Vec::new(),
            ids: HashSet::new(),
            pending: Vec::new(),
            publications: HashSet::new(),
            counted: HashMap::new(),
        }
    }

    pub(super) fn into_opened(self) -> Opened {
        let Draft { grids, sources, inferred, files, meta, .. } = self;
        Opened { grids, sources, inferred, files, meta }
    }

    /// Whether something is said for the first time.
    pub(super) fn said(&mut self, grid: usize, column: usize, key: &str) -> bool {
        self.said.insert((grid, column, key.to_owned()))
    }

    /// Adds a grid; a name that another has too is told apart by its file.
    pub(super) fn add(
        &mut self,
        file: &str,
        mut grid: Grid,
        one_of_several: bool,
    ) -> Result<(), Refusal> {
        let wanted = &self.answers.sheets;
        if !wanted.is_empty() && grid.name != file && !wanted.contains(&grid.name) {
            self.infer(&grid.name.clone(), sayings::SHEET_LEFT);
            return Ok(());
        }
        if one_of_several {
            self.infer(&grid.name.clone(), Saying::of(sayings::SHEET_READ).text("file", file));
        }
        let told;
        (grid, told) = cut::apart(grid);
        if let Some((place, text)) = told {
            self.infer(&place, Saying::of(sayings::CUT_APART).text("text", text));
        }
        if self.grids.iter().any(|known| known.name == grid.name) {
            grid.name = format!("{file}:{}", grid.name);
        }
        if self.grids.len() >= usize::from(u16::MAX) {
            return Err(Refusal::new(file, refusals::MANY_SHEETS));
        }
        self.taken.push(vec![false; grid.count()]);
        self.sources.push(file.to_owned());
        self.grids.push(grid);
        Ok(())
    }

    /// What others refer to comes first, by name, so that the order of files does not matter.
    pub(super) fn sort_grids(&mut self) {
        let order = |name: &str| {
            let stem = name.rsplit('/').next().unwrap_or(name);
            let rest = |table: &&str| stem.strip_prefix(*table);
            // A part of a table, figures-mirror.csv, follows the table.
            let part = |rest: &str| rest.starts_with('-');
            let of = |table: &&str| rest(table).is_some_and(|rest| rest == ".csv" || part(rest));
            let at = write::ORDER.iter().position(of)?;
            Some((at, rest(&write::ORDER[at]).is_some_and(part)))
        };
        let mut grids: Vec<(Grid, String, Vec<bool>)> = self
            .grids
            .drain(..)
            .zip(self.sources.drain(..))
            .zip(self.taken.drain(..))
            .map(|((grid, source), taken)| (grid, source, taken))
            .collect();
        grids.sort_by_key(|(grid, ..)| order(&grid.name));
        for (grid, source, taken) in grids {
            self.grids.push(grid);
            self.sources.push(source);
            self.taken.push(taken);
        }
    }

    pub(super) fn infer(&mut self, place: &str, what: impl Into<Saying>) {
        if self.inferred.len() < MAX_SAID {
            self.inferred.push(Inference::new(place, what));
        }
    }

    /// What a text of a column says, which many rows say alike.
    pub(super) fn context(&mut self, text: &str) -> Context {
        if let Some(known) = self.contexts.get(text) {
            return known.clone();
        }
        let read = Context::read(text);
        if self.contexts.len() < MAX_SAID {
            self.contexts.insert(text.to_owned(), read.clone());
        }
        read
    }

    pub(super) fn at(grid: usize, row: usize, column: usize) -> At {
        At { grid: grid as u16, row: row as u32, column: column as u16 }
    }

    /// Marks a cell that a row was made of.
    pub(super) fn take(&mut self, At { grid, row, column }: At) {
        if let Some(index) = self.grids[usize::from(grid)].index(row as usize, column.into()) {
            self.taken[usize::from(grid)][index] = true;
        }
    }

    /// Marks a cell that says what others are.
    pub(super) fn name(&mut self, at: At) {
        let grid = usize::from(at.grid);
        let (row, column) = (at.row as usize, usize::from(at.column));
        if let Some(index) = self.grids[grid].index(row, column)
            && !self.taken[grid][index]
            && !self.grids[grid].cell(row, column).is_empty()
        {
            self.taken[grid][index] = true;
            self.named.push(at);
        }
    }

    pub(super) fn leave_cell(&mut self, at: At, why: impl Into<Saying>) {
        self.cells.entry(at).or_insert_with(|| why.into());
    }

    pub(super) fn leave_column(&mut self, grid: usize, column: usize, why: impl Into<Saying>) {
        self.columns.entry((grid as u16, column as u16)).or_insert_with(|| why.into());
    }

    pub(super) fn leave_row(&mut self, grid: usize, row: usize, why: impl Into<Saying>) {
        self.rows.entry((grid as u16, row as u32)).or_insert_with(|| why.into());
    }

    pub(super) fn table(&mut self, name: &str, columns: &[String]) -> &mut RecordTable {
        let at = match self.tables.iter().position(|table| table.name == name) {
            Some(at) => at,
            None => {
                let (name, columns) = (name.to_owned(), columns.to_vec());
                self.tables.push(RecordTable { name, columns, rows: Vec::new() });
                self.tables.len() - 1
            }
        };
        &mut self.tables[at]
    }

    /// Adds a row, whose cells are then taken; false where the table is full.
    pub(super) fn row(
        &mut self,
        table: &str,
        cells: &[(&str, String)],
        from: &[(&str, At)],
    ) -> bool {
        let known = self.table(table, &[]);
        if known.rows.len() >= MAX_ROWS {
            return false;
        }
        let mut row =
            RecordRow { cells: vec![String::new(); known.columns.len()], from: Vec::new() };
        for (name, text) in cells {
            let at = column(known, name);
            row.cells.resize(known.columns.len(), String::new());
            row.cells[at].clone_from(text);
        }
        for (name, at) in from {
            row.from.push((column(known, name) as u16, *at));
        }
        known.rows.push(row);
        for (_, at) in from {
            self.take(*at);
        }
        true
    }

    pub(super) fn finish(mut self) -> Imported {
        let leftovers = self.leftovers();
        self.tables.retain(|table| !table.rows.is_empty());
        for table in &mut self.tables {
            for row in &mut table.rows {
                row.cells.resize(table.columns.len(), String::new());
            }
        }
        Imported {
            meta: self.meta,
            columns: self.used,
            tables: self.tables,
            inferred: self.inferred,
            questions: self.questions,
            leftovers,
            named: self.named,
            files: self.files,
            grids: self.grids.into_iter().map(|grid| grid.name).collect(),
        }
    }

    /// Texts that were taken as English are of another language.
    pub(super) fn rename_language(&mut self, language: &str) {
        for name in self.tables.iter_mut().flat_map(|table| &mut table.columns) {
            if let Some(stem) = name.strip_suffix("_en") {
                *name = format!("{stem}_{language}");
            }
        }
    }

    pub(super) fn tables(&self) -> &[RecordTable] {
        &self.tables
    }
}

pub(super) fn column(table: &mut RecordTable, name: &str) -> usize {
    match table.columns.iter().position(|known| known == name) {
        Some(at) => at,
        None => {
            table.columns.push(name.to_owned());
            table.columns.len() - 1
        }
    }
}
