//! Every name in the finder's data leads somewhere.

use std::collections::BTreeSet;

use super::FinderError;
use super::source::Source;
use crate::directory::needs::Catalogue;

pub(super) fn check(source: &Source, needs: &Catalogue) -> Result<(), FinderError> {
    let forms = unique("the form", source.forms.iter().map(|form| form.id.as_str()))?;
    let questions = unique("the question", source.questions.iter().map(|question| question.id.as_str()))?;
    let mut ticks = BTreeSet::new();
    for question in &source.questions {
        let groups = unique("the heading", question.groups.iter().map(|group| group.id.as_str()))?;
        unique("the option", question.options.iter().map(|option| option.id.as_str()))?;
        for option in &question.options {
            let place = format!("{}/{}", question.id, option.id);
            leads(&place, &option.need, |need| needs.get(need).is_some())?;
            leads(&place, option.group.iter(), |group| groups.contains(group))?;
            leads(&place, option.form.iter(), |form| forms.contains(form))?;
            if option.text.is_none() {
                return Err(FinderError::NoWords(place));
            }
            ticks.insert(place);
        }
    }
    for form in &source.forms {
        leads(&form.id, form.pages.iter().flatten().chain([&form.concern]), |id| questions.contains(id))?;
    }
    unique("the rule", source.rules.iter().map(|rule| rule.id.as_str()).chain(ticks.iter().map(String::as_str)))?;
    for rule in &source.rules {
        leads(&rule.id, rule.form.iter(), |form| forms.contains(form))?;
        leads(&rule.id, rule.when.iter().chain(&rule.any).chain(&rule.unless), |tick| ticks.contains(tick))?;
        leads(&rule.id, &rule.need, |need| needs.get(need).is_some())?;
    }
    for guide in &source.guide {
        leads(&guide.id, [&guide.form], |form| forms.contains(form))?;
    }
    unique("the small step", source.small.iter().map(|step| step.id.as_str()))?;
    Ok(())
}

fn unique<'a>(what: &'static str, ids: impl Iterator<Item = &'a str>) -> Result<BTreeSet<&'a str>, FinderError> {
    let mut seen = BTreeSet::new();
    for id in ids {
        if !seen.insert(id) {
            return Err(FinderError::Twice { what, id: id.to_owned() });
        }
    }
    Ok(seen)
}

fn leads<'a>(
    place: &str,
    names: impl IntoIterator<Item = &'a String>,
    known: impl Fn(&str) -> bool,
) -> Result<(), FinderError> {
    match names.into_iter().find(|name| !known(name)) {
        Some(name) => Err(FinderError::LeadsNowhere { place: place.to_owned(), name: name.clone() }),
        None => Ok(()),
    }
}
