//! The suites in one browser: `cargo xtask test --engines chromium` runs them.

#[path = "suite/access.rs"]
mod access;
#[path = "suite/budget.rs"]
mod budget;
#[path = "suite/builder.rs"]
mod builder;
#[path = "suite/builder_asked.rs"]
mod builder_asked;
#[path = "suite/builder_data.rs"]
mod builder_data;
#[path = "suite/builder_hands.rs"]
mod builder_hands;
#[path = "suite/builder_shapes.rs"]
mod builder_shapes;
#[path = "suite/crash.rs"]
mod crash;
#[path = "suite/crisp.rs"]
mod crisp;
#[path = "suite/draws.rs"]
mod draws;
#[path = "suite/exports.rs"]
mod exports;
#[path = "suite/failing.rs"]
mod failing;
#[path = "suite/faults.rs"]
mod faults;
#[path = "suite/frames.rs"]
mod frames;
#[path = "suite/geometry.rs"]
mod geometry;
#[path = "suite/gestures.rs"]
mod gestures;
#[path = "suite/hosts.rs"]
mod hosts;
#[path = "suite/input.rs"]
mod input;
#[path = "suite/keys.rs"]
mod keys;
#[path = "suite/life.rs"]
mod life;
#[path = "suite/links.rs"]
mod links;
#[path = "suite/orders.rs"]
mod orders;
#[path = "suite/outside.rs"]
mod outside;
#[path = "suite/page_life.rs"]
mod page_life;
#[path = "suite/parts.rs"]
mod parts;
#[path = "suite/press.rs"]
mod press;
#[path = "suite/slider.rs"]
mod slider;
#[path = "suite/soak.rs"]
mod soak;
#[path = "suite/sound.rs"]
mod sound;
#[path = "suite/traps.rs"]
mod traps;
#[path = "suite/trust.rs"]
mod trust;

#[path = "suite/datasets.rs"]
mod datasets;
#[path = "suite/pack.rs"]
mod pack;
#[path = "suite/packages.rs"]
mod packages;
#[path = "suite/recorder.rs"]
mod recorder;
#[path = "suite/same.rs"]
mod same;

use anyhow::{Context, Error, Result};
use browser::driver::Browser;
use browser::engine::{Engine, Kind};
use browser::server::Site;
use std::env;
use std::hash::{DefaultHasher, Hash, Hasher};
use std::process::ExitCode;
use std::time::Instant;

/// What a suite works with.
pub struct Bench {
    pub browser: Browser,
    pub site: Site,
}

/// Runs each suite that is due, and prints how it ended, as Rust's own test harness does.
macro_rules! run {
    ($bench:expr, $wanted:expr, $ended:expr; $($(#[$mark:ident])? $room:ident::$suite:ident,)+) => {$(
        let name = concat!(stringify!($room), "::", stringify!($suite));
        let due = $wanted.is_empty() || $wanted.iter().any(|part| name.contains(part.as_str()));
        let engine = $bench.browser.engine.kind;
        let mark = concat!("" $(, stringify!($mark))?);
        if let Some(why) = elsewhere(name, mark, engine).filter(|_| due) {
            println!("test {name} ... not here: {why}");
        } else if due {
            let start = Instant::now();
            let mut result = $room::$suite($bench).await;
            if result.is_err() && $bench.browser.is_gone().await {
                result = $ended.crash(name, $bench, result).await;
                if result.is_ok() {
                    result = $room::$suite($bench).await;
                }
            }
            if result.is_err() && $ended.tries_again(name, &result) {
                result = match Browser::open($bench.browser.engine.clone()).await {
                    Ok(browser) => {
                        $bench.browser = browser;
                        $room::$suite($bench).await
                    }
                    Err(error) => Err(error),
                };
            }
            $ended.note(name, start, result);
        }
    )+};
}

const KINDS: [Kind; 3] = [Kind::Chromium, Kind::Firefox, Kind::Webkit];

/// Why a suite is not for this engine: it needs what another has, or, one that is long, was drawn for
/// another in this run.
fn elsewhere(name: &str, mark: &str, engine: Kind) -> Option<String> {
    if mark.is_empty() {
        return None;
    }
    if mark != "drawn" {
        let only = KINDS.iter().find(|kind| mark == format!("{kind:?}")).expect("a mark is known");
        return (*only != engine).then(|| format!("it needs what only {only:?} has"));
    }
    let seed = env::var("BILATERAL_DRAW").ok()?;
    let mut hasher = DefaultHasher::new();
    (seed, name).hash(&mut hasher);
    let drawn = KINDS[(hasher.finish() % 3) as usize];
    (drawn != engine)
        .then(|| format!("{drawn:?} was drawn; `cargo xtask test --whole` runs it in each engine"))
}

/// How many suites of a run may fail once.
const MOST_AGAIN: usize = 2;

#[derive(Default)]
struct Ended {
    passed: usize,
    /// How often the browser was gone; engines crash, and ours is not to be the reason.
    crashes: usize,
    /// How many suites ran a second time, in a new browser.
    again: usize,
    failures: Vec<(&'static str, Error)>,
}

impl Ended {
    /// Starts the browser again, and lets the suite run once more if it was the first time.
    async fn crash(&mut self, name: &str, bench: &mut Bench, result: Result<()>) -> Result<()> {
        self.crashes += 1;
        println!("test {name} ... THE BROWSER IS GONE, and is started again: {:#}", said(&result));
        bench.browser = Browser::open(bench.browser.engine.clone()).await?;
        if self.crashes == 1 {
            return Ok(());
        }
        result.context("the browser is gone for the second time in this run")
    }

    /// Whether a suite that failed runs once more: a browser on a busy machine answers late, and says
    /// so; a third suite that does is no accident.
    fn tries_again(&mut self, name: &str, result: &Result<()>) -> bool {
        self.again += 1;
        let is_due = self.again <= MOST_AGAIN;
        if is_due {
            println!("test {name} ... FAILED, and runs again in a new browser: {:#}", said(result));
        }
        is_due
    }

    fn note(&mut self, name: &'static str, start: Instant, result: Result<()>) {
        let seconds = start.elapsed().as_secs_f64();
        match result {
            Ok(()) => {
                println!("test {name} ... ok ({seconds:.1} s)");
                self.passed += 1;
            }
            Err(error) => {
                println!("test {name} ... FAILED ({seconds:.1} s)\n    {error:#}");
                self.failures.push((name, error));
            }
        }
    }
}

/// Charts as they come: drawn, of any dataset, at any size, for everyone.
async fn shown(bench: &mut Bench, wanted: &[String], ended: &mut Ended) {
    run!(bench, wanted, ended;
        #[drawn] draws::every_view_over_http_with_nothing_else_loaded,
        #[drawn] draws::every_view_from_one_file,
        draws::a_page_on_disk_with_the_script_beside_it,
        draws::five_languages,
        draws::several_on_a_page_share_one_module,
        draws::what_stands_inside_stays_without_wasm,
        #[drawn] same::every_engine_draws_what_the_native_renderer_draws,
        #[drawn] pack::a_packed_dataset_is_shown_from_files,
        #[drawn] packages::pounds_and_euros_months_and_years_are_read_told_and_saved,
        #[drawn] packages::what_a_package_leaves_out_leaves_no_chart_empty,
        #[drawn] packages::german_comes_from_beside_the_module_once,
        parts::each_part_comes_once_when_it_is_first_wanted,
        parts::a_part_that_cannot_be_had_leaves_the_chart_and_the_door_says_why,
        #[drawn] packages::two_hundred_thousand_rows_leave_the_page_its_turns,
        packages::a_country_that_nobody_names_is_called_as_the_browser_calls_it,
        packages::the_list_of_sixty_four_partners_breaks_no_number,
        #[drawn] packages::both_ways_in_have_the_same_bounds,
        #[drawn] packages::what_an_attribute_names_in_vain_is_told,
        #[drawn] datasets::each_chart_shows_the_dataset_that_it_names_in_any_order,
        #[drawn] datasets::a_chart_waits_for_its_dataset_and_keeps_what_stands_in_it,
        #[drawn] datasets::a_chart_that_names_none_of_two_is_told,
        #[drawn] datasets::scripts_of_other_versions_say_so_and_show_nothing_wrong,
        #[drawn] access::axe_finds_nothing_in_any_view_theme_and_language,
        #[drawn] access::axe_finds_nothing_on_the_pages_that_are_published,
        #[drawn] access::open_regions_and_cards_are_as_sound,
        #[drawn] access::at_four_hundred_per_cent_nothing_is_cut,
        access::wide_letters_break_no_control,
        #[Chromium] access::more_contrast_is_given_and_nothing_moves,
        #[Chromium] crisp::hairlines_are_whole_device_rows_at_every_ratio,
        #[Firefox] crisp::a_change_of_ratio_draws_anew,
        #[Chromium] crisp::dark_and_forced_colours_draw_anew,
        budget::drawing_asks_nothing_of_the_layout,
        #[Chromium] budget::drawing_forces_no_layout,
        budget::a_redraw_sets_nothing_anew_that_stands,
        budget::memory_after_the_first_chart,
        #[Chromium] budget::the_console_stays_empty,
    );
}

/// Charts in the hands of a reader.
async fn used(bench: &mut Bench, wanted: &[String], ended: &mut Ended) {
    run!(bench, wanted, ended;
        input::hovering_a_mark_shows_its_citation,
        input::a_click_pins_the_card_and_escape_closes_it,
        input::a_long_card_leaves_a_phone_its_chart,
        input::the_buttons_change_the_chart_and_tell_the_page,
        input::attributes_change_the_chart_in_one_frame,
        input::an_act_leaves_what_the_page_has_just_set,
        input::an_exported_dataset_is_shown,
        input::a_dataset_of_the_page_is_shown_or_refused_with_reasons,
        #[drawn] keys::a_walk_says_each_mark_and_shows_its_card,
        #[drawn] keys::enter_pins_and_escape_leaves,
        keys::a_card_opened_from_a_list_gives_the_focus_back,
        #[drawn] keys::the_thumbs_of_the_slider_answer_to_keys,
        #[drawn] keys::tab_leaves_and_keys_with_modifiers_stay_the_browsers,
        gestures::the_wheel_zooms_where_it_is_meant_and_a_reset_takes_it_back,
        gestures::a_drag_pans_and_pins_nothing,
        gestures::a_double_click_and_two_fingers_zoom,
        gestures::the_slider_says_dates_and_its_thumbs_never_cross,
        gestures::kinds_and_options_open_and_choose,
        gestures::a_cluster_zooms_to_its_span,
        gestures::paper_is_drawn_light_and_sharp,
        gestures::the_page_gives_fonts_and_an_accent,
        slider::a_press_on_a_thumb_changes_nothing,
        #[drawn] slider::what_is_grabbed_stays_under_the_hand,
        #[drawn] slider::the_line_and_thumbs_in_one_place_answer,
        #[drawn] press::nothing_lies_over_a_control,
        #[drawn] press::each_press_changes_something,
        #[drawn] press::the_card_that_opens_is_of_the_mark_under_the_finger,
        #[Chromium] press::a_card_leaves_its_mark_in_the_window,
        #[drawn] outside::a_press_outside_closes_a_card,
        #[drawn] outside::the_walk_brings_what_it_reaches_into_view,
        #[drawn] outside::tab_is_whole_after_the_sound,
        sound::it_sounds_when_it_is_told_to_and_stops,
        sound::it_stops_with_the_element,
        sound::a_view_without_a_time_axis_has_no_button,
        #[drawn] exports::every_file_opens_in_another_program,
        exports::the_svg_is_drawn_as_the_picture,
        exports::a_picture_of_the_table_has_its_rows,
        exports::a_state_is_saved_and_restored_with_its_attributes,
        exports::the_table_sorts_and_its_citations_lead_to_the_sources,
        exports::a_table_is_folded_by_kind_and_sifted,
        exports::the_menu_saves_files,
        #[drawn] exports::the_dataset_is_read_whole,
        exports::the_page_form_keeps_the_state_in_its_address,
        #[drawn] links::a_link_leads_back_to_the_chart_as_it_was,
        #[drawn] links::a_link_keeps_the_page_s_own_route,
        links::charts_in_shadow_trees_have_links_of_their_own,
        #[drawn] links::a_link_changes_nothing_that_its_author_has_fixed,
        #[drawn] links::the_page_form_s_link_has_its_state_also_from_disk,
        #[drawn] links::without_a_clipboard_the_text_is_selected,
        links::a_picture_is_copied_as_a_file_of_that_kind,
        links::a_source_on_the_web_opens_at_its_evidence,
        #[drawn] links::where_saving_is_not_known_the_file_is_shown,
    );
}

/// The page that makes charts.
async fn builders(bench: &mut Bench, wanted: &[String], ended: &mut Ended) {
    run!(bench, wanted, ended;
        #[drawn] builder::the_chart_and_the_snippets_follow_what_is_chosen,
        #[drawn] builder::the_chart_of_the_dataset_inside_is_made_as_files,
        builder::the_form_follows_the_buttons_of_the_chart,
        builder::a_hostile_title_and_policy_stay_text,
        builder::a_policy_is_judged_and_mended,
        builder::a_snippet_is_copied_or_selected,
        #[Chromium] builder::nothing_moves_as_a_snippet_becomes_a_chart,
        #[Chromium] builder::every_width_fits_and_axe_finds_nothing,
        builder_data::ten_pasted_rows_are_a_chart_in_three_presses,
        builder_data::a_wide_workbook_is_a_chart,
        builder_data::a_german_table_is_a_chart_and_its_marks_can_be_changed,
        builder_data::a_wrong_cell_is_led_to_and_mended,
        builder_data::only_work_is_asked_about,
        builder_data::what_is_too_large_is_refused_before_it_is_read,
        #[drawn] builder_asked::questions_are_answered_in_the_readers_language,
        builder_asked::the_language_of_texts_can_be_chosen,
        #[drawn] builder_asked::what_was_answered_is_shown_and_taken_back,
        #[drawn] builder_data::a_comtrade_download_is_a_chart,
        builder_data::a_timeline_sheet_is_a_chart,
        #[drawn] builder_data::the_archive_opens_from_the_disk,
        #[drawn] builder_data::the_archive_stands_in_hosts,
        #[drawn] builder_shapes::each_shape_is_a_chart_in_three_presses,
        builder_shapes::each_of_many_partners_can_be_chosen,
        builder_shapes::the_messages_are_copied_as_a_text,
        builder_hands::the_table_is_worked_on_by_keys,
        builder_hands::control_and_z_take_an_answer_back,
        #[drawn] builder_hands::the_guide_is_followed_press_by_press,
        builder_hands::rows_are_pasted_below_the_head_of_an_empty_table,
        builder_hands::changes_are_not_lost_unasked,
        builder_hands::a_folder_is_a_package_and_its_messages_are_copied,
        #[Chromium] builder_data::a_desk_fits_a_phone_and_axe_finds_nothing,
        #[Chromium] builder_data::the_page_speaks_the_language_that_is_chosen,
    );
}

/// Charts in pages, frames and browsers that do as they like.
async fn hosted(bench: &mut Bench, wanted: &[String], ended: &mut Ended) {
    run!(bench, wanted, ended;
        life::resizing_draws_anew,
        life::moving_keeps_the_chart_and_its_choice,
        life::a_hidden_chart_is_drawn_when_it_is_shown,
        #[drawn] life::removal_plateaus_the_memory,
        #[Chromium] life::removal_leaves_no_nodes_and_no_listeners,
        #[drawn] frames::a_page_gives_its_frame_the_height_of_the_chart,
        frames::a_frame_tells_amp_and_wordpress,
        #[drawn] frames::a_parent_believes_only_its_frames_and_only_numbers,
        frames::a_frame_that_is_no_chart_keeps_its_size,
        #[drawn] frames::a_frame_changes_its_height_a_few_times_a_second,
        frames::frames_in_shadow_trees_and_in_frames_get_their_height,
        #[drawn] frames::words_and_data_come_from_no_link,
        frames::back_undoes_a_choice,
        frames::hostile_parameters_are_ignored_with_a_reason,
        #[drawn] frames::the_address_keeps_step,
        #[drawn] geometry::a_parent_that_fits_its_content_gives_all_its_room,
        geometry::beyond_the_widest_plot_and_words_end_together,
        #[drawn] geometry::what_answers_is_under_the_pointer_however_zoomed_and_turned,
        #[drawn] geometry::a_drag_moves_as_far_as_the_hand,
        geometry::pixels_are_sharp_under_zoom,
        #[drawn] geometry::text_is_as_large_as_the_reader_sets_it,
        #[drawn] geometry::a_height_is_that_of_all_or_said_to_be_too_small,
        #[drawn] page_life::a_press_outside_closes_the_card,
        page_life::a_lost_canvas_shows_the_figure_until_it_is_restored,
        page_life::the_page_comes_back_with_its_chart,
        page_life::a_chart_moves_to_another_document_and_back,
        page_life::the_page_s_language_and_direction_are_followed,
        page_life::a_title_is_written_as_its_script_is,
        page_life::what_extensions_do_to_a_page_leaves_a_chart,
        #[drawn] page_life::what_scripts_put_on_every_object_is_no_option,
        #[drawn] page_life::a_div_takes_no_data_from_another_host,
        page_life::paper_has_charts_that_were_never_in_sight,
        #[drawn] page_life::paper_has_the_marks,
        #[Chromium] page_life::paper_has_the_figure_alone,
        page_life::paper_has_all_rows_of_a_table,
        page_life::after_escape_the_next_key_opens_a_card,
        page_life::a_chart_out_of_sight_tells_the_data_that_it_has,
        #[Chromium] page_life::an_enlarged_page_moves_over_the_chart,
        trust::a_link_says_where_it_leads,
        #[drawn] trust::a_frame_may_say_anything,
        #[drawn] soak::a_day_leaves_nothing_behind,
        #[drawn] crash::a_browser_that_is_gone_is_known,
        hosts::a_page_s_style_stays_outside,
        hosts::a_div_follows_its_attributes,
        hosts::no_way_into_any_page_ends_in_an_empty_box,
        #[drawn] hosts::a_page_that_cannot_draw_shows_the_figure_that_was_wanted,
    );
}

/// What of it fails, comes late or wrong.
async fn broken(bench: &mut Bench, wanted: &[String], ended: &mut Ended) {
    run!(bench, wanted, ended;
        failing::a_trap_starts_all_afresh_and_a_second_shows_the_figure,
        failing::a_fresh_start_keeps_choice_and_data,
        failing::a_room_that_fails_leaves_the_chart,
        failing::every_cause_is_named_with_what_mends_it,
        failing::an_empty_element_says_why_in_words,
        failing::a_dataset_by_address_is_awaited_and_mended,
        #[drawn] faults::what_comes_slowly_is_waited_for,
        #[drawn] faults::what_comes_wrong_is_named_and_something_stands,
        faults::a_module_cut_at_any_section_is_no_chart,
        #[drawn] orders::any_order_and_any_number_ends_in_the_chart,
        #[drawn] traps::a_trap_of_any_export_as_a_chart_begins,
        #[drawn] traps::a_trap_of_any_export_of_a_chart_that_stands,
        #[drawn] traps::memory_that_ends_in_a_load_leaves_the_chart,
    );
}

#[tokio::main(flavor = "current_thread")]
async fn main() -> ExitCode {
    let wanted: Vec<String> =
        env::args().skip(1).filter(|argument| !argument.starts_with('-')).collect();
    let mut bench = match open().await {
        Ok(bench) => bench,
        Err(error) => {
            eprintln!("error: {error:#}");
            return ExitCode::FAILURE;
        }
    };
    let mut ended = Ended::default();
    shown(&mut bench, &wanted, &mut ended).await;
    used(&mut bench, &wanted, &mut ended).await;
    builders(&mut bench, &wanted, &mut ended).await;
    hosted(&mut bench, &wanted, &mut ended).await;
    broken(&mut bench, &wanted, &mut ended).await;
    let (passed, failed) = (ended.passed, ended.failures.len());
    let word = if failed == 0 { "ok" } else { "FAILED" };
    if ended.crashes > 0 {
        println!("\nthe browser was gone {} times", ended.crashes);
    }
    println!("\ntest result: {word}. {passed} passed; {failed} failed; 0 ignored");
    if failed == 0 { ExitCode::SUCCESS } else { ExitCode::FAILURE }
}

fn said(result: &Result<()>) -> String {
    result.as_ref().err().map(|error| format!("{error:#}")).unwrap_or_default()
}

async fn open() -> Result<Bench> {
    let browser = Browser::open(Engine::named()?).await?;
    Ok(Bench { browser, site: Site::start()? })
}
