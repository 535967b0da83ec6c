// SPDX-License-Identifier: Apache-2.0
package org.caseledger.procedure.definition;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ContainerNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/** Whatever is proposed to the ledger is read or refused with a sentence; nothing else happens to an endorser. */
class ReaderProperties {

    private static final ObjectNode WHOLE = WholeLanguage.definition().content();

    @Property
    void a_definition_with_anything_in_a_wrong_place_is_read_or_refused(@ForAll Random random) {
        var content = WHOLE.deepCopy();
        for (var changes = 1 + random.nextInt(3); changes > 0; changes--) {
            change(content, random);
        }

        try {
            var read = DefinitionReader.read(content);
            assertThat(read.content()).isEqualTo(content);
        } catch (DefinitionException refused) {
            assertThat(refused.problems()).isNotEmpty().allSatisfy(problem -> {
                assertThat(problem.place()).isNotEmpty();
                assertThat(problem.sentence()).isNotEmpty();
            });
        }
    }

    private static void change(ObjectNode content, Random random) {
        var containers = new ArrayList<ContainerNode<?>>();
        collect(content, containers);
        var target = containers.get(random.nextInt(containers.size()));
        var other = containers.get(random.nextInt(containers.size()));
        var value = value(other, random);
        if (target instanceof ObjectNode object && !object.isEmpty()) {
            var names = new ArrayList<String>();
            object.fieldNames().forEachRemaining(names::add);
            var name = names.get(random.nextInt(names.size()));
            if (random.nextBoolean()) {
                object.set(name, value);
            } else {
                object.remove(name);
            }
        } else if (target instanceof ArrayNode array && !array.isEmpty()) {
            var at = random.nextInt(array.size());
            if (random.nextBoolean()) {
                array.set(at, value);
            } else {
                array.remove(at);
            }
        }
    }

    private static JsonNode value(ContainerNode<?> from, Random random) {
        var values = new ArrayList<JsonNode>(List.of(
                JsonNodeFactory.instance.nullNode(),
                JsonNodeFactory.instance.numberNode(random.nextInt(-2, 3)),
                JsonNodeFactory.instance.booleanNode(true),
                JsonNodeFactory.instance.textNode(""),
                JsonNodeFactory.instance.arrayNode(),
                JsonNodeFactory.instance.objectNode()));
        from.forEach(values::add);
        return values.get(random.nextInt(values.size())).deepCopy();
    }

    private static void collect(JsonNode json, List<ContainerNode<?>> containers) {
        if (json instanceof ContainerNode<?> container) {
            containers.add(container);
        }
        json.forEach(child -> collect(child, containers));
    }
}
