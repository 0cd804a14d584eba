package io.github.profileengine.geoip;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.profileengine.location.Location;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PlaceRecordTest {
    private static Location location(Map<String, ?> record) {
        return PlaceRecord.location(record).orElseThrow();
    }

    @Test
    void location_nestedCountryOnly_leavesTheRestUnknown() {
        assertThat(location(Map.of("country", Map.of("iso_code", "DE", "names", Map.of("en", "Germany")))))
                .isEqualTo(new Location(null, null, "DE", null));
    }

    @Test
    void location_manySubdivisions_takesTheFirst() {
        List<Object> subdivisions =
                List.of(Map.of("names", Map.of("en", "England")), Map.of("names", Map.of("en", "Oxfordshire")));
        assertThat(location(Map.of("subdivisions", subdivisions)).region()).isEqualTo("England");
    }

    @Test
    void location_registeredCountryOnly_isEmpty() {
        assertThat(PlaceRecord.location(Map.of("registered_country", Map.of("iso_code", "US"))))
                .isEmpty();
    }

    @Test
    void location_cityWithoutEnglishName_isUnknown() {
        Map<String, ?> record = Map.of("city", Map.of("names", Map.of("de", "Köln")), "country_code", "DE");
        assertThat(location(record)).isEqualTo(new Location(null, null, "DE", null));
    }

    @Test
    void location_countryAsNameBesideCode_takesTheCode() {
        assertThat(location(Map.of("country", "Portugal", "country_code", "PT")).countryCode())
                .isEqualTo("PT");
    }

    @Test
    void location_countryAsCode_takesIt() {
        assertThat(location(Map.of("country", "PT", "country_name", "Portugal")).countryCode())
                .isEqualTo("PT");
    }

    @Test
    void location_lowerCaseCode_isUpperCase() {
        assertThat(location(Map.of("country_code", "pt")).countryCode()).isEqualTo("PT");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Portugal", "P", "PRT", "1A", "ÉÉ", "", "-"})
    void location_codeOfOtherForm_isEmpty(String code) {
        assertThat(PlaceRecord.location(Map.of("country_code", code))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"state1", "region", "state", "region_name"})
    void location_flatRegion_isFoundUnderEveryName(String field) {
        assertThat(location(Map.of(field, "Alentejo"))).isEqualTo(new Location(null, "Alentejo", null, null));
    }

    @Test
    void location_emptyRegionBesideState_takesTheState() {
        assertThat(location(Map.of("region", "", "state", "Alentejo")).region()).isEqualTo("Alentejo");
    }

    @ParameterizedTest
    @ValueSource(strings = {"timezone", "time_zone"})
    void location_flatTimezone_isFoundUnderBothNames(String field) {
        assertThat(location(Map.of(field, "Asia/Tokyo"))).isEqualTo(new Location(null, null, null, "Asia/Tokyo"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"+02:00", "-03:00", "+9", " "})
    void location_offsetForTimezone_isUnknown(String offset) {
        assertThat(PlaceRecord.location(Map.of("timezone", offset))).isEmpty();
    }

    @Test
    void location_emptyTexts_isEmpty() {
        assertThat(PlaceRecord.location(Map.of("city", "", "state1", "-", "country_code", "", "timezone", "")))
                .isEmpty();
    }

    @Test
    void location_wrongTypesEverywhere_isEmpty() {
        List<Object> nested = List.of(List.of(List.of(Map.of("names", Map.of("en", "deep")))));
        List<Object> odd = new ArrayList<>(List.of(1, true, 2.5, List.of(), Map.of(), nested, new byte[] {1}));
        odd.add(Map.of("names", "text", "iso_code", 7, "time_zone", List.of()));
        odd.add(Map.of("names", List.of("en")));
        for (Object value : odd) {
            Map<String, Object> record = Map.of(
                    "city", value, "subdivisions", value, "country", value, "location", value, "timezone", value);
            assertThat(PlaceRecord.location(record)).as("%s", value).isEmpty();
        }
    }

    @Test
    void location_wrongTypeInOneField_leavesTheOthers() {
        Map<String, Object> record =
                Map.of("city", 17, "subdivisions", "Ohio", "country_code", "US", "location", List.of(1));
        assertThat(location(record)).isEqualTo(new Location(null, "Ohio", "US", null));
    }

    @Test
    void location_noRecord_isEmpty() {
        assertThat(PlaceRecord.location(null)).isEmpty();
    }
}
