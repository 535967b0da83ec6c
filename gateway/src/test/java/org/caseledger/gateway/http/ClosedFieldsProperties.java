// SPDX-License-Identifier: Apache-2.0
package org.caseledger.gateway.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Posts names and sentences into every field of every body that the contract takes. */
class ClosedFieldsProperties {

    private static final Contract CONTRACT = Contract.shipped();

    /** A valid body of an operation, and a place in it. */
    record Place(Contract.Operation operation, ObjectNode body, String pointer) {
        ObjectNode with(String text) {
            var copy = body.deepCopy();
            int cut = pointer.lastIndexOf('/');
            ((ObjectNode) copy.at(pointer.substring(0, cut))).put(pointer.substring(cut + 1), text);
            return copy;
        }
    }

    @Property
    void a_name_or_a_sentence_is_taken_in_no_field(@ForAll("places") Place place, @ForAll("texts") String text) {
        assertThat(check(place).check(place.with(text)))
                .as(place.operation().id() + " takes it at " + place.pointer())
                .isPresent();
    }

    @Property
    void an_unknown_field_is_taken_nowhere_and_its_name_is_not_repeated(
            @ForAll("places") Place place, @ForAll("texts") String name) {
        var copy = place.body().deepCopy();
        int cut = place.pointer().lastIndexOf('/');
        ((ObjectNode) copy.at(place.pointer().substring(0, cut))).put(name, "x");

        var problem = check(place).check(copy);

        assertThat(problem).isPresent();
        assertThat(problem.orElseThrow().fields().toString()).doesNotContain(name);
    }

    @Property(tries = 1)
    void every_valid_body_is_taken() {
        assertThat(allPlaces()).isNotEmpty().allSatisfy(place -> assertThat(
                        check(place).check(place.body()))
                .isEmpty());
    }

    @Provide
    Arbitrary<Place> places() {
        return Arbitraries.of(allPlaces());
    }

    /** Capital letters, blanks, umlauts, other scripts: what people are called and what they write. */
    @Provide
    Arbitrary<String> texts() {
        var word = Arbitraries.strings().withCharRange('a', 'z').ofMinLength(2).ofMaxLength(9);
        var name = Combinators.combine(word, word).as((first, last) -> capital(first) + " " + capital(last));
        var foreign = Arbitraries.strings()
                .withChars("äöüßéèñçčšžабвгдعمرΑΒΓ")
                .ofMinLength(2)
                .ofMaxLength(20);
        var sentence = word.list().ofMinSize(3).ofMaxSize(8).map(words -> String.join(" ", words) + ".");
        return Arbitraries.oneOf(name, word.map(ClosedFieldsProperties::capital), foreign, sentence);
    }

    private static String capital(String word) {
        return Character.toUpperCase(word.charAt(0)) + word.substring(1);
    }

    private static SchemaCheck check(Place place) {
        return new SchemaCheck(Objects.requireNonNull(place.operation().body()), CONTRACT.vocabulary());
    }

    private static List<Place> allPlaces() {
        var places = new ArrayList<Place>();
        for (var operation : CONTRACT.operations()) {
            for (var example : bodies(operation)) {
                pointers("", example).forEach(pointer -> places.add(new Place(operation, example, pointer)));
            }
        }
        return places;
    }

    private static List<ObjectNode> bodies(Contract.Operation operation) {
        var found = new ArrayList<ObjectNode>();
        var examples = CONTRACT.document()
                .at("/paths")
                .path(operation.path())
                .path(operation.method().toLowerCase(java.util.Locale.ROOT))
                .at("/requestBody/content")
                .path("application/json")
                .path("examples");
        examples.forEach(example -> found.add((ObjectNode) example.path("value")));
        return found;
    }

    private static Set<String> pointers(String path, JsonNode node) {
        var found = new java.util.TreeSet<String>();
        node.properties().forEach(field -> {
            var here = path + "/" + field.getKey();
            found.add(here);
            found.addAll(pointers(here, field.getValue()));
        });
        return found;
    }
}
