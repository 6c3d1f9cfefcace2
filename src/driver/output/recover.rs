//! What an interrupted run left: a whole journal is done to its end, anything else is swept away.

use std::{fs, path::Path};

use anyhow::{Context, Result};

use super::{
    commit::{JOURNAL, STAGE, commit},
    folder::OWN,
    journal::Journal,
};

/// Brings the site at `out` to the state of its last commit. Answers whether a commit was completed.
///
/// # Errors
///
/// The machine's.
pub fn recover(out: &Path) -> Result<bool> {
    let own = out.join(OWN);
    let shown = out.display();
    let context = || format!("不能完成上次中断的生成：{shown} / cannot complete the run that was cut off: {shown}");
    let mut completed = false;
    if let Ok(text) = fs::read_to_string(own.join(JOURNAL)) {
        if let Some(journal) = Journal::parse(&text) {
            commit(out, &journal).with_context(context)?;
            completed = true;
        } else {
            fs::remove_file(own.join(JOURNAL)).with_context(context)?;
        }
    }
    let stage = own.join(STAGE);
    if stage.exists() {
        fs::remove_dir_all(&stage).with_context(context)?;
    }
    Ok(completed)
}
