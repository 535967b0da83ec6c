// SPDX-License-Identifier: Apache-2.0
package org.caseledger.procedure.record;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.io.IOException;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.erdtman.jcs.JsonCanonicalizer;

/** The canonical form is that of RFC 8785, whatever the text. */
class CanonicalJsonProperties {

    @Property
    void it_is_the_form_of_the_reference_implementation(@ForAll("documents") JsonNode json) throws IOException {
        assertThat(CanonicalJson.write(json)).isEqualTo(new JsonCanonicalizer(json.toString()).getEncodedUTF8());
    }

    @Property
    void reading_it_gives_the_same_document(@ForAll("documents") JsonNode json) {
        assertThat(CanonicalJson.read(CanonicalJson.write(json))).isEqualTo(json);
    }

    @Provide
    Arbitrary<JsonNode> documents() {
        var factory = JsonNodeFactory.instance;
        var texts = Arbitraries.oneOf(
                Arbitraries.strings().ascii(),
                Arbitraries.strings().withCharRange('\u0000', '\u00ff'),
                Arbitraries.strings().withChars("\"\\/\u007f\u2028\ufb33\u20ac"),
                Arbitraries.of("\ud83d\ude00", "\ufb33", "a\ud83d\ude00"));
        Arbitrary<JsonNode> leaves = Arbitraries.oneOf(
                texts.map(factory::textNode),
                Arbitraries.integers().between(-999_999_999, 999_999_999).map(factory::numberNode),
                Arbitraries.of(factory.booleanNode(true), factory.booleanNode(false), factory.nullNode()));
        Arbitrary<JsonNode> lists =
                leaves.list().ofMaxSize(4).map(items -> factory.arrayNode().addAll(items));
        return Arbitraries.maps(texts, Arbitraries.oneOf(leaves, lists))
                .ofMaxSize(6)
                .map((Map<String, JsonNode> fields) -> factory.objectNode().setAll(fields));
    }
}
