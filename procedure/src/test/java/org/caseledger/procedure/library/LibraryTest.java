// SPDX-License-Identifier: Apache-2.0
package org.caseledger.procedure.library;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.caseledger.procedure.definition.DefinitionReader;
import org.caseledger.procedure.record.CanonicalJson;
import org.junit.jupiter.api.Test;

class LibraryTest {

    private static final Library LIBRARY = Library.shipped();
    private static final String SOURCE_OR_PERIOD = "\"source\":\"[^\"]*\"|[0-9]+ (working-days|hours)";

    @Test
    void every_definition_survives_the_way_over_the_ledger() {
        assertThat(LIBRARY.definitions()).isNotEmpty().allSatisfy(definition -> {
            var onLedger = CanonicalJson.write(definition.content());
            assertThat(DefinitionReader.read(CanonicalJson.read(onLedger))).isEqualTo(definition);
            assertThat(CanonicalJson.hash(definition.content()))
                    .isEqualTo(definition.pin().hash());
        });
    }

    @Test
    void no_prose_reaches_the_ledger() {
        assertThat(LIBRARY.definitions())
                .allSatisfy(definition ->
                        assertThat(definition.content().findValues("note")).isEmpty());
        assertThat(LIBRARY.definitions()).allSatisfy(definition -> assertThat(
                        definition.content().toString().replaceAll(SOURCE_OR_PERIOD, ""))
                .doesNotContain(" "));
    }

    @Test
    void every_definition_says_where_sources_differ_and_who_may_know_of_it() {
        assertThat(LIBRARY.definitions()).allSatisfy(definition -> {
            assertThat(Library.prose(definition.pin().id()).title()).isNotEmpty();
            assertThat(definition.content().has("channel")).isTrue();
        });
        assertThat(Library.prose("dublin3-take-back@1").conflicts())
                .extracting(conflict -> conflict.source().text())
                .contains("32013R0604 Art 25(2)", "32013R0604 Art 42");
        assertThat(Library.prose("dublin3-take-back@1").note("steps", "plea-of-expiry"))
                .isEqualTo("It changes nothing. The law has done so or not.");
    }

    @Test
    void every_definition_and_every_part_that_lies_in_the_library_is_used() throws Exception {
        var folder = Path.of("src/main/resources/org/caseledger/procedure/library");

        assertThat(LIBRARY.definitions())
                .extracting(definition -> definition.pin().id())
                .containsExactlyInAnyOrderElementsOf(names(folder.resolve("definitions")).stream()
                        .map(name -> name.contains("@") ? name : name + "@1")
                        .toList());
        for (var part : names(folder.resolve("parts"))) {
            assertThat(names(folder.resolve("definitions")))
                    .as("the part " + part)
                    .anySatisfy(name -> assertThat(folder.resolve("definitions/" + name + ".yaml"))
                            .content()
                            .containsPattern("part: " + part + "\\W"));
        }
    }

    private static List<String> names(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return List.of();
        }
        try (var files = Files.list(folder)) {
            return files.map(file -> String.valueOf(file.getFileName()))
                    .filter(name -> name.endsWith(".yaml"))
                    .map(name -> name.substring(0, name.length() - ".yaml".length()))
                    .sorted()
                    .toList();
        }
    }

    @Test
    void every_definition_finds_its_calendars() {
        assertThat(LIBRARY.definition("dublin3-take-back@1").calendars())
                .containsExactly("de-bgb-187-193@1", "eu-604-2013-art42@1", "reg-1182-71@1");
        assertThat(LIBRARY.calendarsOf(LIBRARY.definition("gdpr-erasure@1")))
                .extracting(calendar -> calendar.pin().id())
                .containsExactly("reg-1182-71@1");
        assertThat(LIBRARY.definition("dublin3-take-back@1").openingRole()).isEqualTo("requesting");
        assertThat(LIBRARY.definition("gdpr-erasure@1").openingRole()).isEqualTo("receiving");
    }

    @Test
    void what_does_not_ship_is_said() {
        assertThatThrownBy(() -> LIBRARY.definition("ammr@1")).hasMessage("no definition ammr@1 ships");
        assertThatThrownBy(() -> Library.prose("ammr@2")).hasMessage("no definition ammr@2 ships");
        assertThatThrownBy(() -> LIBRARY.calendar("moon@1")).hasMessage("no calendar moon@1 ships");
        assertThat(LIBRARY.calendar("reg-1182-71@1").pin().id()).isEqualTo("reg-1182-71@1");
    }

    @Test
    void one_definition_can_be_read_alone() {
        assertThat(LIBRARY.definitions())
                .allSatisfy(definition ->
                        assertThat(Library.only(definition.pin().id())).isEqualTo(definition));
        assertThatThrownBy(() -> Library.only("nonsense@1")).hasMessage("no definition nonsense@1 ships");
    }
}
