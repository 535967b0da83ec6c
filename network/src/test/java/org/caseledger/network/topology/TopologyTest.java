// SPDX-License-Identifier: Apache-2.0
package org.caseledger.network.topology;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TopologyTest {
    private static final String YAML = """
            data: here
            ports:
              base: 21000
            authorities:
              - id: AT-DUBLIN
                country: AT
                role: endorsing
                file-numbers: 'TEST-[0-9]{6}'
                retention: {period: P10Y, source: a rule, confirmed: false}
              - {id: EU-SUPERVISOR, country: EU, role: supervising}
            channels:
              - {name: asylum, members: [AT-DUBLIN, EU-SUPERVISOR], procedures: [dublin3-take-back@1]}
            """;

    @Test
    void the_demo_has_four_authorities_that_endorse_and_one_that_reads() {
        Topology demo = Topology.demo();

        assertThat(demo.authorities().stream().filter(Authority::endorses))
                .extracting(Authority::id)
                .containsExactly("AT-DUBLIN", "BG-DUBLIN", "DE-DUBLIN", "FR-DUBLIN");
        assertThat(demo.authority("EU-SUPERVISOR").endorses()).isFalse();
        assertThat(demo.members(demo.channels().get(0))).hasSize(5);
    }

    @Test
    void a_channel_without_procedures_is_refused() {
        assertThatThrownBy(
                        () -> TopologyReader.parse("t.yaml", YAML.replace(", procedures: [dublin3-take-back@1]", "")))
                .isInstanceOf(TopologyException.class)
                .hasMessageContaining("Channel asylum needs procedures");
    }

    @Test
    void five_german_authorities_endorse_and_one_reads() {
        Topology germany = Topology.shipped("germany");

        assertThat(germany.authorities().stream().filter(Authority::endorses))
                .extracting(Authority::id)
                .containsExactly("DE-BPOL", "DE-LDS", "DE-BAMF", "DE-ABH", "DE-VG");
        assertThat(germany.members(germany.channels().get(0))).hasSize(6);
    }

    @Test
    void no_two_services_of_what_ships_share_a_port_and_all_stay_below_the_ephemeral_range() {
        Set<Integer> ports = new HashSet<>();
        for (Topology topology : List.of(Topology.demo(), Topology.shipped("germany"))) {
            assertThat(ports.add(topology.ports().postgres())).isTrue();
            for (Authority authority : topology.authorities()) {
                for (ServicePort service : ServicePort.values()) {
                    assertThat(ports.add(topology.port(authority.id(), service)))
                            .isTrue();
                }
            }
        }
        assertThat(ports).allMatch(port -> port >= 1024 && port < 32768);
    }

    @Test
    void a_channel_is_common_unless_it_says_that_it_is_for_those_who_need_to_know() {
        Topology silent = TopologyReader.parse("t.yaml", YAML);
        Topology marked =
                TopologyReader.parse("t.yaml", YAML.replace("name: asylum", "name: asylum, class: need-to-know"));

        assertThat(silent.channels().get(0).kind()).isEqualTo(Channel.Kind.COMMON);
        assertThat(marked.channels().get(0).kind()).isEqualTo(Channel.Kind.NEED_TO_KNOW);
    }

    @Test
    void base_zero_leaves_every_port_to_the_system() {
        Topology free = Topology.demo().withPorts(PortPlan.EPHEMERAL);

        assertThat(free.ports().postgres()).isZero();
        assertThat(free.port("DE-DUBLIN", ServicePort.PEER)).isZero();
    }

    @Test
    void a_file_is_read_as_it_stands(@TempDir Path directory) throws IOException {
        Topology topology = Topology.load(Files.writeString(directory.resolve("t.yaml"), YAML));

        assertThat(topology.data()).isEqualTo(Path.of("here"));
        assertThat(topology.port("EU-SUPERVISOR", ServicePort.API)).isEqualTo(21020);
        assertThat(topology.authority("AT-DUBLIN").retention()).isEqualTo(new Retention("P10Y", "a rule", false));
        assertThat(topology.postgres()).isNull();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            supervising}    | supervising, rle: x} | t.yaml, line 10 | did you mean "role"?
            country: AT     | contry: AT        | (authorities.0) | needs a country of two letters
            role: endorsing | role: writing     | t.yaml, line 7 | wrong form
            base: 21000     | base: 80          | line 4 (ports)  | ports.base is 0 or a number
            base: 21000     | base: 32760       |                | Choose a lower base
            P10Y            | ten years         | line 9 (auth | a period such as P10Y
            id: AT-DUBLIN   | id: at-dublin     |                | e.g. AT-DUBLIN
            [0-9]{6}        | [0-9              |                | needs file-numbers
            members: [AT    | members: [BG      |                | is no authority of this topology
            data: here      | data: here, there: |               | is not YAML
            EU-SUPERVISOR, c | AT-DUBLIN, c     |                | stands twice
            name: asylum    | name: asylum, class: secret | t.yaml, line 12 | wrong form
            data: here      | postgres: {host: x}| line 1        | postgres.port
            """)
    void a_mistake_is_named_with_its_line_and_what_to_do(String right, String wrong, String line, String sentence) {
        assertThatThrownBy(() -> TopologyReader.parse("t.yaml", YAML.replace(right, wrong)))
                .isInstanceOf(TopologyException.class)
                .hasMessageContaining(line == null ? "t.yaml" : line)
                .hasMessageContaining(sentence);
    }

    @Test
    void a_file_that_is_not_there_is_named() {
        assertThatThrownBy(() -> Topology.load(Path.of("nowhere.yaml")))
                .isInstanceOf(TopologyException.class)
                .hasMessageContaining("nowhere.yaml");
    }

    @Test
    void the_distance_of_words_counts_changed_letters() {
        assertThat(EditDistance.of("country", "contry")).isEqualTo(1);
        assertThat(EditDistance.of("id", "id")).isZero();
        assertThat(EditDistance.of("", "abc")).isEqualTo(3);
        assertThat(EditDistance.of("kitten", "sitting")).isEqualTo(3);
    }
}
