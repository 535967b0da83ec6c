// SPDX-License-Identifier: Apache-2.0
package org.caseledger.procedure.scenario;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.lang.reflect.InvocationTargetException;
import java.util.Collection;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Records as JSON by their component names, as every rendering of an evaluation does. */
final class Rendered {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

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
        var components = tuple.getClass().getRecordComponents();
        var object = JSON.objectNode();
        for (var component : components) {
            try {
                var accessor = component.getAccessor();
                accessor.setAccessible(true);
                object.set(component.getName(), of(accessor.invoke(tuple)));
            } catch (IllegalAccessException | InvocationTargetException e) {
                throw new IllegalStateException(e);
            }
        }
        return components.length == 1 ? object.elements().next() : object;
    }
}
