//! Which rows make one record.

use std::collections::{BTreeMap, BTreeSet};

use super::limits::MAX_PARTS;
use super::package::Package;
use super::row::Row;
use super::table::Table;

/// Rows of one record.
#[derive(Debug, Clone, Default)]
pub(super) struct Group {
    pub(super) service: Option<usize>,
    pub(super) at_location: Option<usize>,
    pub(super) location: Option<usize>,
    pub(super) organization: Option<usize>,
    /// Everything else, in the order read.
    pub(super) parts: Vec<usize>,
    /// The service has several places, each with a record.
    pub(super) one_of_many: bool,
}

impl Group {
    /// The row that the record is made of.
    pub(super) fn root(&self) -> Option<usize> {
        self.service.or(self.location)
    }

    /// The rows that became part of it.
    pub(super) fn others(&self) -> impl Iterator<Item = usize> {
        self.parts.iter().copied().chain([self.at_location, self.location, self.organization].into_iter().flatten())
    }
}

/// Who owns which rows.
#[derive(Debug, Default)]
pub(super) struct Owners {
    parts: BTreeMap<usize, Vec<usize>>,
    /// Rows with a key that points at nothing, and the field.
    pub(super) dangling: Vec<(usize, &'static str)>,
}

/// Owners of a part, the first that is there.
const CHAIN: [(&str, Table); 7] = [
    ("phone_id", Table::Phone),
    ("service_id", Table::Service),
    ("service_at_location_id", Table::ServiceAtLocation),
    ("location_id", Table::Location),
    ("contact_id", Table::Contact),
    ("program_id", Table::Program),
    ("organization_id", Table::Organization),
];
/// Tables an attribute or a change may be about.
const ABOUT: [Table; 12] = [
    Table::Service,
    Table::Location,
    Table::Organization,
    Table::ServiceAtLocation,
    Table::Phone,
    Table::Schedule,
    Table::Contact,
    Table::RequiredDocument,
    Table::Address,
    Table::ServiceArea,
    Table::CostOption,
    Table::Accessibility,
];

impl Owners {
    /// Looks through all rows once.
    pub(super) fn of(package: &Package) -> Self {
        let mut owners = Self::default();
        for (at, row) in package.rows.iter().enumerate() {
            match row.table {
                Table::Service
                | Table::Organization
                | Table::Taxonomy
                | Table::TaxonomyTerm
                | Table::MetaDescription => {}
                Table::Attribute => owners.about(package, at, row, "link_id", row.get("link_entity")),
                Table::Metadata => owners.about(package, at, row, "resource_id", row.get("resource_type")),
                _ => owners.chain(package, at, row),
            }
        }
        owners
    }

    fn chain(&mut self, package: &Package, at: usize, row: &Row) {
        let mut found = None;
        for (field, table) in CHAIN {
            let id = row.get(field);
            if id.is_empty() {
                continue;
            }
            match package.find(table, id) {
                Some(owner) if owner != at => found = found.or(Some(owner)),
                _ => self.dangling.push((at, field)),
            }
        }
        // A location and a place of a service are joined through the services.
        if !matches!(row.table, Table::Location | Table::ServiceAtLocation)
            && let Some(owner) = found
        {
            self.parts.entry(owner).or_default().push(at);
        }
    }

    fn about(&mut self, package: &Package, at: usize, row: &Row, field: &'static str, entity: &str) {
        let id = row.get(field);
        let stated = Table::of_name(entity).and_then(|(table, _)| package.find(table, id));
        match stated.or_else(|| ABOUT.into_iter().find_map(|table| package.find(table, id))) {
            Some(owner) => self.parts.entry(owner).or_default().push(at),
            None if id.is_empty() => {}
            None => self.dangling.push((at, field)),
        }
    }

    /// The rows below an owner, and the terms they name: as many as a record may have room for.
    fn gather(&self, package: &Package, owner: Option<usize>, into: &mut BTreeSet<usize>) {
        let mut open: Vec<usize> = owner.into_iter().collect();
        while let Some(owner) = open.pop() {
            for part in self.parts.get(&owner).into_iter().flatten() {
                if into.len() >= MAX_PARTS {
                    return;
                }
                if into.insert(*part) {
                    open.push(*part);
                }
                let Some(row) = package.row(*part) else { continue };
                let Some(term) = package.find(Table::TaxonomyTerm, row.get("taxonomy_term_id")) else { continue };
                into.insert(term);
                if let Some(term) = package.row(term)
                    && let Some(taxonomy) = package.find(Table::Taxonomy, term.get("taxonomy_id"))
                {
                    into.insert(taxonomy);
                }
            }
        }
    }
}

/// What a group grows from. All groups at once would take the square of the memory of their rows.
#[derive(Debug, Clone, Copy)]
pub(super) struct Seed {
    service: Option<usize>,
    at_location: Option<usize>,
    location: Option<usize>,
    one_of_many: bool,
}

/// One for each group: services first, then places without a service.
pub(super) fn seeds(package: &Package) -> Vec<Seed> {
    let mut places: BTreeMap<&str, Vec<usize>> = BTreeMap::new();
    let mut alone = Vec::new();
    for at in package.all(Table::ServiceAtLocation) {
        let Some(row) = package.row(at) else { continue };
        match package.find(Table::Service, row.get("service_id")) {
            Some(_) => places.entry(row.get("service_id")).or_default().push(at),
            None => alone.push(at),
        }
    }
    let mut seeds = Vec::new();
    let seed = |service, at_location, location, one_of_many| Seed { service, at_location, location, one_of_many };
    let mut placed = BTreeSet::new();
    for service in package.all(Table::Service) {
        let id = package.row(service).map_or("", Row::id);
        let found: Vec<(usize, Option<usize>)> = places
            .get(id)
            .into_iter()
            .flatten()
            .map(|at| (*at, package.row(*at).and_then(|row| package.find(Table::Location, row.get("location_id")))))
            .collect();
        placed.extend(found.iter().filter_map(|(_, location)| *location));
        let many = found.iter().filter(|(_, location)| location.is_some()).count() > 1;
        if many {
            for (at, location) in found {
                seeds.push(seed(Some(service), Some(at), location, true));
            }
        } else {
            let place = found.iter().find(|(_, location)| location.is_some()).or(found.first()).copied();
            let (at, location) = place.map_or((None, None), |(at, location)| (Some(at), location));
            seeds.push(seed(Some(service), at, location, false));
        }
    }
    for at in alone {
        let location = package.row(at).and_then(|row| package.find(Table::Location, row.get("location_id")));
        if location.is_some_and(|location| placed.insert(location)) {
            seeds.push(seed(None, Some(at), location, false));
        }
    }
    for location in package.all(Table::Location) {
        if placed.insert(location) {
            seeds.push(seed(None, None, Some(location), false));
        }
    }
    seeds
}

impl Seed {
    /// The rows of the record.
    pub(super) fn group(self, package: &Package, owners: &Owners) -> Group {
        let Self { service, at_location, location, one_of_many } = self;
        let key = |row: Option<usize>, field| row.and_then(|at| package.row(at)).map_or("", |row| row.get(field));
        let organization = [service, location]
            .into_iter()
            .find_map(|row| package.find(Table::Organization, key(row, "organization_id")));
        let program = package.find(Table::Program, key(service, "program_id"));
        let mut parts = BTreeSet::new();
        for owner in [service, at_location, location, organization, program] {
            owners.gather(package, owner, &mut parts);
        }
        parts.extend(program);
        let (own_place, own_at) = (key(location, "id"), key(at_location, "id"));
        parts.retain(|part| {
            let Some(row) = package.row(*part) else { return false };
            // Programmes of the organisation that this service is no part of.
            if row.table == Table::Program {
                return Some(*part) == program;
            }
            let elsewhere = |field: &str, own: &str| !row.get(field).is_empty() && row.get(field) != own;
            !one_of_many || !(elsewhere("location_id", own_place) || elsewhere("service_at_location_id", own_at))
        });
        Group { service, at_location, location, organization, parts: parts.into_iter().collect(), one_of_many }
    }
}
