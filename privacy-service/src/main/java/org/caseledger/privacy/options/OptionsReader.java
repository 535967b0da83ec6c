// SPDX-License-Identifier: Apache-2.0
package org.caseledger.privacy.options;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import org.caseledger.privacy.options.PrivacyOptions.Address;
import org.caseledger.privacy.options.PrivacyOptions.Database;
import org.caseledger.privacy.options.PrivacyOptions.Peer;
import org.caseledger.privacy.options.PrivacyOptions.Tls;

/** Turns a file and the environment into {@link PrivacyOptions}, or says in one sentence why it cannot. */
public final class OptionsReader {

    private final Settings settings;

    private OptionsReader(Settings settings) {
        this.settings = settings;
    }

    /** @throws OptionsException if a key is unknown, missing or malformed */
    public static PrivacyOptions read(Path file, Map<String, String> environment) throws OptionsException {
        return new OptionsReader(Settings.read(file, environment)).options();
    }

    /** Every value and its origin, a line each, secrets masked. */
    public static String explain(Path file, Map<String, String> environment) throws OptionsException {
        Settings settings = Settings.read(file, environment);
        StringBuilder text = new StringBuilder();
        for (OptionKey key : OptionKey.values()) {
            Settings.Setting setting = settings.values().get(key.path());
            String value = setting == null ? "(missing)" : key.secret() ? "***" : setting.value();
            text.append(key.path()).append(" = ").append(value);
            text.append(setting == null ? "" : "  [" + setting.origin() + "]");
            text.append("  ").append(key.meaning()).append(System.lineSeparator());
        }
        settings.values().forEach((path, setting) -> {
            if (path.startsWith("peers.")) {
                text.append(path).append(" = ").append(setting.value());
                text.append("  [").append(setting.origin()).append(']').append(System.lineSeparator());
            }
        });
        return text.toString();
    }

    private PrivacyOptions options() throws OptionsException {
        return new PrivacyOptions(
                authority(),
                pattern(),
                new Address(settings.require(OptionKey.LISTEN_HOST), port(OptionKey.LISTEN_PORT)),
                new Address(settings.require(OptionKey.MANAGEMENT_HOST), port(OptionKey.MANAGEMENT_PORT)),
                new Tls(path(OptionKey.TLS_CERTIFICATE), path(OptionKey.TLS_KEY), path(OptionKey.TLS_ROOT)),
                new Database(
                        settings.require(OptionKey.DATABASE_URL),
                        settings.require(OptionKey.DATABASE_USER),
                        settings.require(OptionKey.DATABASE_PASSWORD)),
                path(OptionKey.ROOT_STORE),
                https(OptionKey.FEED.path(), settings.require(OptionKey.FEED)),
                Duration.ofMillis(number(OptionKey.FEED_WAIT, 60_000)),
                Duration.ofMillis(number(OptionKey.RETRY_LONGEST, 3_600_000)),
                peers());
    }

    private String authority() throws OptionsException {
        String authority = settings.require(OptionKey.AUTHORITY);
        if (!authority.matches("[A-Z]{2}-[A-Z0-9]{2,16}")) {
            throw new OptionsException("The key authority must look like AT-DUBLIN. Take the id from the topology.");
        }
        return authority;
    }

    private Pattern pattern() throws OptionsException {
        try {
            return Pattern.compile(settings.require(OptionKey.FILE_NUMBER_PATTERN));
        } catch (PatternSyntaxException e) {
            throw new OptionsException("The key fileNumberPattern is not a regular expression: " + e.getDescription()
                    + ". Correct it, for example TEST-[0-9]{6}.");
        }
    }

    private Map<String, Peer> peers() throws OptionsException {
        Map<String, Peer> peers = new TreeMap<>();
        for (Map.Entry<String, Map<String, String>> entry : settings.peers().entrySet()) {
            String url = entry.getValue().get("url");
            String root = entry.getValue().get("root");
            if (url == null || root == null) {
                throw new OptionsException(
                        "The peer " + entry.getKey() + " needs url and root. Add the one that is missing.");
            }
            peers.put(entry.getKey(), new Peer(https("peers." + entry.getKey() + ".url", url), Path.of(root)));
        }
        return peers;
    }

    private Path path(OptionKey key) throws OptionsException {
        return Path.of(settings.require(key));
    }

    private int port(OptionKey key) throws OptionsException {
        return number(key, 65_535);
    }

    private int number(OptionKey key, int highest) throws OptionsException {
        String value = settings.require(key);
        if (!value.matches("[0-9]{1,8}") || Integer.parseInt(value) > highest) {
            throw new OptionsException(
                    "The key " + key.path() + " must be a number from 0 to " + highest + " (" + key.meaning() + ").");
        }
        return Integer.parseInt(value);
    }

    private static URI https(String path, String value) throws OptionsException {
        if (!value.matches("https://[A-Za-z0-9.-]+:[0-9]{1,5}/?")) {
            throw new OptionsException("The key " + path + " must look like https://127.0.0.1:7443. Correct it.");
        }
        return URI.create(value);
    }
}
