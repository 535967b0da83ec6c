// SPDX-License-Identifier: Apache-2.0
package org.caseledger.procedure.scenario;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Records as JSON by their component names, as every rendering of an evaluation does. */
final class Rendered {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    /** The accessors of a record class, looked up once. */
    private static final ClassValue<List<Method>> ACCESSORS = new ClassValue<>() {
        @Override
        protected List<Method> computeValue(Class<?> type) {
            var accessors = Stream.of(type.getRecordComponents())
                    .map(RecordComponent::getAccessor)
                    .toList();
            accessors.forEach(accessor -> accessor.setAccessible(true));
            return accessors;
        }
    };

    private Rendered() {}

    static JsonNode of(@Nullable Object value) {
        if (value == null) {
            return JSON.nullNode();
        } else if (value instanceof Boolean flag) {
            return JSON.booleanNode(flag);
        } else if (value instanceof Integer || value instanceof Long) {
            return JSON.numberNode(((Number) value).longValue());
        } else if (value instanceof Enum<?> constant) {
            return JSON.textNode(constant.name().toLowerCase(Locale.ROOT).replace('_', '-'));
        } else if (value instanceof Collection<?> items) {
            var array = JSON.arrayNode();
            items.forEach(item -> array.add(of(item)));
            return array;
        } else if (value instanceof Map<?, ?> map) {
            var object = JSON.objectNode();
            map.forEach((name, item) -> object.set(String.valueOf(name), of(item)));
            return object;
        }
        return value instanceof Record tuple ? object(tuple) : JSON.textNode(value.toString());
    }

    /** A record of one component is that component, as an id is its text. */
    private static JsonNode object(Record tuple) {
        var accessors = ACCESSORS.get(tuple.getClass());
        var object = JSON.objectNode();
        for (var accessor : accessors) {
            object.set(accessor.getName(), of(value(accessor, tuple)));
        }
        return accessors.size() == 1 ? object.elements().next() : object;
    }

    /** One component of a record; missing where it has none of that name. */
    static JsonNode component(Record tuple, String name) {
        return ACCESSORS.get(tuple.getClass()).stream()
                .filter(accessor -> accessor.getName().equals(name))
                .findFirst()
                .map(accessor -> of(value(accessor, tuple)))
                .orElseGet(MissingNode::getInstance);
    }

    private static @Nullable Object value(Method accessor, Record tuple) {
        try {
            return accessor.invoke(tuple);
        } catch (IllegalAccessException | InvocationTargetException e) {
            throw new IllegalStateException(e);
        }
    }
}
