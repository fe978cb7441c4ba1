from complaintkit.rules.sectors import SECTORS, is_sector, near_sector, read_sector, routed_sector


def test_there_are_thirty_six_sectors_and_each_is_read_as_itself():
    assert len(SECTORS) == 36
    assert all(read_sector(slug) == slug for slug in SECTORS)


def test_other_words_lead_to_the_slug():
    assert read_sector("Credit card") == "bank"
    assert read_sector("building_work") == "building-work"
    assert read_sector("Broadband") == "telecom"


def test_an_unknown_sector_stays_as_typed_and_is_routed_as_general():
    assert read_sector("Falconry") == "Falconry"
    assert not is_sector("Falconry")
    assert routed_sector("Falconry") == "general"


def test_the_nearest_sector_is_suggested():
    assert near_sector("telecomm") == "telecom"
    assert near_sector("falconry") == ""
