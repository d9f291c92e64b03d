//! The tables of HSDS 3.0 and the names they have had.

use Table::{
    Accessibility, Address, Attribute, Contact, CostOption, Funding, Language, Location, MetaDescription, Metadata,
    Organization, OrganizationIdentifier, Phone, Program, RequiredDocument, Schedule, Service, ServiceArea,
    ServiceAtLocation, Taxonomy, TaxonomyTerm,
};

/// One table; in JSON, one kind of object.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(super) enum Table {
    Organization,
    Program,
    Service,
    Location,
    ServiceAtLocation,
    Phone,
    Contact,
    Address,
    Schedule,
    ServiceArea,
    RequiredDocument,
    CostOption,
    Language,
    Accessibility,
    Funding,
    OrganizationIdentifier,
    Taxonomy,
    TaxonomyTerm,
    Attribute,
    Metadata,
    MetaDescription,
}

/// The fields that say which row another row belongs to, the closest first.
pub(super) const LINKS: [&str; 9] = [
    "link_id",
    "phone_id",
    "contact_id",
    "service_at_location_id",
    "service_id",
    "location_id",
    "program_id",
    "organization_id",
    "resource_id",
];

/// Fields that are numbers in JSON.
pub(super) const NUMBERS: [&str; 10] = [
    "minimum_age",
    "maximum_age",
    "latitude",
    "longitude",
    "extension",
    "timezone",
    "count",
    "interval",
    "amount",
    "year_incorporated",
];

impl Table {
    pub(super) const ALL: [Self; 21] = [
        Organization,
        Program,
        Service,
        Location,
        ServiceAtLocation,
        Phone,
        Contact,
        Address,
        Schedule,
        ServiceArea,
        RequiredDocument,
        CostOption,
        Language,
        Accessibility,
        Funding,
        OrganizationIdentifier,
        Taxonomy,
        TaxonomyTerm,
        Attribute,
        Metadata,
        MetaDescription,
    ];

    /// Name of the object, as in `x/<name>.<field>`.
    pub(super) const fn name(self) -> &'static str {
        match self {
            Organization => "organization",
            Program => "program",
            Service => "service",
            Location => "location",
            ServiceAtLocation => "service_at_location",
            Phone => "phone",
            Contact => "contact",
            Address => "address",
            Schedule => "schedule",
            ServiceArea => "service_area",
            RequiredDocument => "required_document",
            CostOption => "cost_option",
            Language => "language",
            Accessibility => "accessibility",
            Funding => "funding",
            OrganizationIdentifier => "organization_identifier",
            Taxonomy => "taxonomy",
            TaxonomyTerm => "taxonomy_term",
            Attribute => "attribute",
            Metadata => "metadata",
            MetaDescription => "meta_table_description",
        }
    }

    /// Name of the file of a tabular package without `.csv`, and of the list in JSON.
    pub(super) const fn plural(self) -> &'static str {
        match self {
            Organization => "organizations",
            Program => "programs",
            Service => "services",
            Location => "locations",
            ServiceAtLocation => "service_at_location",
            Phone => "phones",
            Contact => "contacts",
            Address => "addresses",
            Schedule => "schedules",
            ServiceArea => "service_areas",
            RequiredDocument => "required_documents",
            CostOption => "cost_options",
            Language => "languages",
            Accessibility => "accessibility",
            Funding => "funding",
            OrganizationIdentifier => "organization_identifiers",
            Taxonomy => "taxonomies",
            TaxonomyTerm => "taxonomy_terms",
            Attribute => "attributes",
            Metadata => "metadata",
            MetaDescription => "meta_table_descriptions",
        }
    }

    /// Columns of the tabular package, in the order of the standard.
    pub(super) fn columns(self) -> std::str::SplitWhitespace<'static> {
        match self {
            Organization => "id name alternate_name description email website tax_status tax_id year_incorporated legal_status logo uri parent_organization_id",
            Program => "id organization_id name alternate_name description",
            Service => "id organization_id program_id name alternate_name description url email status interpretation_services application_process fees_description wait_time fees accreditations eligibility_description minimum_age maximum_age assured_date assurer_email licenses alert last_modified",
            Location => "id location_type url organization_id name alternate_name description transportation latitude longitude external_identifier external_identifier_type",
            ServiceAtLocation => "id service_id location_id description",
            Phone => "id location_id service_id organization_id contact_id service_at_location_id number extension type description",
            Contact => "id organization_id service_id service_at_location_id location_id name title department email",
            Address => "id location_id attention address_1 address_2 city region state_province postal_code country address_type",
            Schedule => "id service_id location_id service_at_location_id valid_from valid_to dtstart timezone until count wkst freq interval byday byweekno bymonthday byyearday description opens_at closes_at schedule_link attending_type notes",
            ServiceArea => "id service_id name description extent extent_type uri",
            RequiredDocument => "id service_id document uri",
            CostOption => "id service_id valid_from valid_to option currency amount amount_description",
            Language => "id service_id location_id phone_id name code note",
            Accessibility => "id location_id description details url",
            Funding => "id organization_id service_id source",
            OrganizationIdentifier => "id organization_id identifier_scheme identifier_type identifier",
            Taxonomy => "id name description uri version",
            TaxonomyTerm => "id code name description parent_id taxonomy language taxonomy_id term_uri",
            Attribute => "id link_id taxonomy_term_id link_type link_entity value",
            Metadata => "id resource_id resource_type last_action_date last_action_type field_name previous_value replacement_value updated_by",
            MetaDescription => "id name language character_set",
        }
        .split_whitespace()
    }

    /// The field in which another row names a row of this table.
    pub(super) const fn key_field(self) -> Option<&'static str> {
        match self {
            Organization => Some("organization_id"),
            Program => Some("program_id"),
            Service => Some("service_id"),
            Location => Some("location_id"),
            ServiceAtLocation => Some("service_at_location_id"),
            Phone => Some("phone_id"),
            Contact => Some("contact_id"),
            Taxonomy => Some("taxonomy_id"),
            TaxonomyTerm => Some("taxonomy_term_id"),
            _ => None,
        }
    }

    /// The table of a file or of a list in JSON, by its name, and whether that is a name of HSDS 1 or 2.
    pub(super) fn of_name(name: &str) -> Option<(Self, bool)> {
        if let Some(table) = Self::ALL.into_iter().find(|table| table.name() == name || table.plural() == name) {
            // In HSDS 1 and 2 the file taxonomy.csv held the terms; its columns tell.
            return Some((table, false));
        }
        Some(match name {
            "service_at_locations" | "services_at_location" => (ServiceAtLocation, false),
            "accessibilities" => (Accessibility, false),
            "fundings" => (Funding, false),
            "taxonomy_detail" => (Taxonomy, false),
            "services_at_locations" => (ServiceAtLocation, true),
            "accessibility_for_disabilities" => (Accessibility, true),
            "regular_schedules" | "regular_schedule" | "holiday_schedules" | "holiday_schedule" => (Schedule, true),
            "physical_addresses" | "physical_address" | "postal_addresses" | "postal_address" => (Address, true),
            "services_taxonomy" | "service_taxonomy" | "service_taxonomys" | "services_taxonomies" => (Attribute, true),
            "eligibilities" | "eligibility" | "eligibilitys" => (Attribute, true),
            "fees" | "fee" => (CostOption, true),
            "phone_numbers" => (Phone, true),
            _ => return None,
        })
    }

    /// What stands before the extension of the file, without the words that API examples add.
    pub(super) fn of_file(stem: &str) -> Option<(Self, bool)> {
        let stem = stem.to_ascii_lowercase();
        let plain = ["_full", "_list_data", "_list"].into_iter().find_map(|end| stem.strip_suffix(end));
        Self::of_name(plain.unwrap_or(&stem))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn files_are_known_by_singular_plural_and_older_names() {
        assert_eq!(Table::of_file("services"), Some((Service, false)));
        assert_eq!(Table::of_file("schedule"), Some((Schedule, false)));
        assert_eq!(Table::of_file("service_at_location_full"), Some((ServiceAtLocation, false)));
        assert_eq!(Table::of_file("regular_schedules"), Some((Schedule, true)));
        assert_eq!(Table::of_file("dashboard_services_response"), None);
    }
}
