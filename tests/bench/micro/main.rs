//! The steps of a build, each alone and on one thread: `cargo bench`; `cargo bench -- --test` runs each once.

#![allow(clippy::disallowed_methods, reason = "benches stand outside: they have a disk and a clock")]

mod bureau;

use bureau::{Bureau, Text};
use criterion::{BatchSize, Criterion, Throughput};

/// As in the program: with another allocator the numbers would be another program's.
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

/// How many entries the bureau has.
const ENTRIES: usize = 1000;

fn main() {
    // What is compared from run to run is work, not how many cores were free.
    rayon::ThreadPoolBuilder::new().num_threads(1).build_global().expect("the first pool of the process");
    let mut criterion = Criterion::default().without_plots().configure_from_args();
    an_entry(&mut criterion);
    a_bureau(&mut criterion, &Bureau::new(ENTRIES));
    criterion.final_summary();
}

/// Reading one entry: from its bytes to what is known of it.
fn an_entry(criterion: &mut Criterion) {
    let text = Text::new(0, ENTRIES);
    let mut group = criterion.benchmark_group("one entry");
    group.throughput(Throughput::Bytes(text.len()));
    group.bench_function("parse", |it| it.iter(|| text.parse()));
    let parsed = text.parse();
    let lexicon = Text::lexicon();
    group.bench_function("scan", |it| it.iter(|| text.scan(&parsed, &lexicon)));
    group.finish();
}

/// What is done for all entries together, and a page of one of them.
fn a_bureau(criterion: &mut Criterion, bureau: &Bureau) {
    let mut group = criterion.benchmark_group(format!("{ENTRIES} entries"));
    group.throughput(Throughput::Elements(ENTRIES as u64));
    group.bench_function("measure", |it| it.iter(|| bureau.measure()));
    group.bench_function("check", |it| it.iter(|| bureau.check()));
    group
        .bench_function("plan", |it| it.iter_batched(|| bureau.facts(), |it| bureau.plan(it).1, BatchSize::LargeInput));
    group.finish();

    let (site, _) = bureau.plan(bureau.facts());
    let renderer = bureau.renderer(&site);
    let mut group = criterion.benchmark_group("one page");
    for (name, page) in renderer.samples() {
        let mut buffer = Vec::new();
        group.bench_function(name, |it| it.iter(|| renderer.render(page, &mut buffer)));
    }
    group.finish();
}
