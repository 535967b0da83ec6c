// SPDX-License-Identifier: Apache-2.0
package org.caseledger.privacy.options;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * Raw values by path, each with where it came from: defaults, then the file (YAML, of which JSON is a part), then the
 * environment.
 */
final class Settings {

    private static final Pattern PEER = Pattern.compile("peers\\.([A-Z]{2}-[A-Z0-9]{2,16})\\.(url|root)");

    /** One value and its origin in words. */
    record Setting(String value, String origin) {}

    private final Map<String, Setting> values = new TreeMap<>();

    static Settings read(Path file, Map<String, String> environment) throws OptionsException {
        Settings settings = new Settings();
        for (OptionKey key : OptionKey.values()) {
            key.defaultValue().ifPresent(value -> settings.values.put(key.path(), new Setting(value, "default")));
        }
        settings.addFile("", parse(file), file.toString());
        settings.addEnvironment(environment);
        return settings;
    }

    Map<String, Setting> values() {
        return values;
    }

    String require(OptionKey key) throws OptionsException {
        Setting setting = values.get(key.path());
        if (setting == null || setting.value().isBlank()) {
            throw new OptionsException("The key " + key.path() + " is missing (" + key.meaning()
                    + "). Set it in the file or as " + key.environmentName() + ".");
        }
        return setting.value();
    }

    Map<String, Map<String, String>> peers() {
        Map<String, Map<String, String>> peers = new TreeMap<>();
        values.forEach((path, setting) -> {
            var matcher = PEER.matcher(path);
            if (matcher.matches()) {
                peers.computeIfAbsent(matcher.group(1), id -> new TreeMap<>()).put(matcher.group(2), setting.value());
            }
        });
        return peers;
    }

    private static JsonNode parse(Path file) throws OptionsException {
        try {
            JsonNode root = new YAMLMapper().readTree(Files.readAllBytes(file));
            if (root == null || !root.isObject()) {
                throw new OptionsException("The file " + file + " holds no keys. Write it as YAML or JSON.");
            }
            return root;
        } catch (IOException e) {
            throw new OptionsException("The file " + file + " cannot be read as YAML or JSON. Check path and syntax.");
        }
    }

    private void addFile(String prefix, JsonNode node, String origin) throws OptionsException {
        for (Map.Entry<String, JsonNode> field : node.properties()) {
            String path = prefix + field.getKey();
            if (field.getValue().isObject()) {
                addFile(path + ".", field.getValue(), origin);
            } else if (OptionKey.ofPath(path).isPresent() || PEER.matcher(path).matches()) {
                values.put(path, new Setting(field.getValue().asText(), origin));
            } else {
                throw new OptionsException("The key " + path + " in " + origin
                        + " is unknown. Remove it, or correct its spelling; --explain lists every key.");
            }
        }
    }

    private void addEnvironment(Map<String, String> environment) throws OptionsException {
        for (Map.Entry<String, String> variable : new TreeMap<>(environment).entrySet()) {
            if (!OptionKey.inEnvironment(variable.getKey())) {
                continue;
            }
            OptionKey key = OptionKey.ofEnvironment(variable.getKey())
                    .orElseThrow(() -> new OptionsException("The environment variable " + variable.getKey()
                            + " is unknown. Unset it, or correct its spelling; --explain lists every key."));
            values.put(key.path(), new Setting(variable.getValue(), "environment " + variable.getKey()));
        }
    }
}
