// SPDX-License-Identifier: Apache-2.0
package org.caseledger.gateway.options;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The value of every setting and where it came from. */
public final class Settings {

    /** What the name of every environment variable of the gateway begins with. */
    public static final String PREFIX = "CASELEDGER_GATEWAY_";

    private final Map<Setting, Value> values;

    private Settings(Map<Setting, Value> values) {
        this.values = values;
    }

    private record Value(String text, String origin) {}

    /**
     * Reads the file, then the environment, which goes before it.
     *
     * @param file YAML, or null for none
     * @throws OptionsException when a key is unknown or missing, or the file cannot be read
     */
    public static Settings load(@Nullable Path file, Map<String, String> environment) {
        var values = new EnumMap<Setting, Value>(Setting.class);
        for (var setting : Setting.values()) {
            setting.standard().ifPresent(text -> values.put(setting, new Value(text, "default")));
        }
        if (file != null) {
            flatten(file).forEach((key, text) -> values.put(known(file, key), new Value(text, "file " + file)));
        }
        new TreeMap<>(environment).forEach((name, text) -> {
            if (name.startsWith(PREFIX)) {
                values.put(knownVariable(name), new Value(text, "environment " + name));
            }
        });
        for (var setting : Setting.values()) {
            if (!values.containsKey(setting)) {
                throw new OptionsException("The setting " + setting.key() + " is missing (" + setting.meaning()
                        + "). Put it into the file or set " + setting.variable() + ".");
            }
        }
        return new Settings(values);
    }

    /** The text of a setting. */
    public String text(Setting setting) {
        var value = values.get(setting);
        if (value == null) {
            throw new OptionsException("The setting " + setting.key() + " is missing.");
        }
        return value.text();
    }

    /** Every setting, a line each: key, value, origin, meaning; secrets masked. */
    public String explain() {
        var lines = new StringBuilder();
        values.forEach((setting, value) -> lines.append(setting.key())
                .append(" = ")
                .append(setting.secret() ? "********" : value.text())
                .append("   [")
                .append(value.origin())
                .append("]  ")
                .append(setting.meaning())
                .append('\n'));
        return lines.toString();
    }

    private static Setting known(Path file, String key) {
        return Setting.ofKey(key)
                .orElseThrow(
                        () -> new OptionsException("The file " + file + " has a key that the gateway does not know: "
                                + key + ". Remove it or correct its name; --explain lists every key."));
    }

    private static Setting knownVariable(String name) {
        return Setting.ofVariable(name)
                .orElseThrow(
                        () -> new OptionsException("The environment has a variable that the gateway does not know: "
                                + name + ". Unset it or correct its name; --explain lists every key."));
    }

    private static Map<String, String> flatten(Path file) {
        var mapper = YAMLMapper.builder()
                .enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION)
                .build();
        try {
            var flat = new LinkedHashMap<String, String>();
            flatten("", mapper.readTree(file.toFile()), flat);
            return flat;
        } catch (IOException unreadable) {
            throw new OptionsException("The file " + file + " cannot be read as YAML: "
                    + unreadable.getClass().getSimpleName() + ". Check that it exists and its indentation.");
        }
    }

    private static void flatten(String prefix, JsonNode node, Map<String, String> flat) {
        if (node.isObject()) {
            node.properties()
                    .forEach(entry -> flatten(
                            prefix.isEmpty() ? entry.getKey() : prefix + "." + entry.getKey(), entry.getValue(), flat));
        } else if (!prefix.isEmpty()) {
            flat.put(prefix, node.asText());
        }
    }
}
