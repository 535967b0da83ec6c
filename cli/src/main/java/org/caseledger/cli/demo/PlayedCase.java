// SPDX-License-Identifier: Apache-2.0
package org.caseledger.cli.demo;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.caseledger.cli.CommandException;
import org.caseledger.cli.ExitCode;
import org.caseledger.network.topology.Channel;
import org.caseledger.network.topology.Topology;

/**
 * A case that the demo plays, as data: who takes part, under which file numbers, and what happens (docs/demo.md).
 *
 * @param id names its chapters and its directory
 * @param topology name of the shipped topology that it is played on
 * @param definition what its ledger case is opened under
 * @param files each authority's own file number, marked as a test's
 * @param trial another file number of the authority that opens, for who wants to try
 */
public record PlayedCase(
        @JsonProperty("case") String id,
        String topology,
        String definition,
        Map<String, String> files,
        String trial,
        List<Act> acts) {
    private static final YAMLMapper MAPPER = YAMLMapper.builder(YAMLFactory.builder()
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .build())
            .propertyNamingStrategy(PropertyNamingStrategies.KEBAB_CASE)
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    public PlayedCase {
        files = Map.copyOf(files);
        acts = List.copyOf(acts);
    }

    /** Those that ship, in the order in which the demo plays them. */
    public static List<PlayedCase> shipped() {
        return List.of(read("dublin"), read("germany"));
    }

    /** The consortium that it is played on, as it ships. */
    public Topology consortium() {
        return Topology.shipped(topology);
    }

    /** Whether the channel has the procedure and every authority that acts. */
    public boolean fits(Channel channel) {
        return channel.procedures().contains(definition) && channel.members().containsAll(files.keySet());
    }

    String file(String authority) {
        return Objects.requireNonNull(files.get(authority), authority);
    }

    /** The act that opens the case. */
    Act.Open opening() {
        return acts.stream()
                .filter(Act.Open.class::isInstance)
                .map(Act.Open.class::cast)
                .findFirst()
                .orElseThrow();
    }

    private static PlayedCase read(String name) {
        try (InputStream yaml =
                Objects.requireNonNull(PlayedCase.class.getResourceAsStream("cases/" + name + ".yaml"))) {
            return MAPPER.readValue(yaml, PlayedCase.class);
        } catch (IOException e) {
            throw new CommandException(ExitCode.DEFECT, "The played case " + name + " cannot be read. Build again.", e);
        }
    }
}
