// SPDX-License-Identifier: Apache-2.0
package org.caseledger.privacy.options;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class OptionsReaderTest {

    private static final String COMPLETE = """
            authority: AT-DUBLIN
            fileNumberPattern: TEST-[0-9]{6}
            tls: {certificate: a.crt, key: a.key, root: a.pem}
            database: {url: 'jdbc:postgresql://127.0.0.1/p', user: p, password: hidden-word}
            rootStore: keys
            feed: https://127.0.0.1:7443
            peers:
              BG-DUBLIN: {url: 'https://127.0.0.1:7543', root: b.pem}
            """;

    private final Path file;

    OptionsReaderTest(@TempDir Path directory) {
        this.file = directory.resolve("privacy.yaml");
    }

    @Test
    void a_complete_file_gives_options_with_defaults() throws Exception {
        PrivacyOptions options = read(COMPLETE, Map.of());

        assertThat(options.authority()).isEqualTo("AT-DUBLIN");
        assertThat(options.listen().host()).isEqualTo(PrivacyOptions.DEFAULT_HOST);
        assertThat(options.feedWait()).isEqualTo(PrivacyOptions.DEFAULT_FEED_WAIT);
        assertThat(options.retryLongest()).isEqualTo(PrivacyOptions.DEFAULT_RETRY_LONGEST);
        assertThat(options.peers())
                .containsEntry(
                        "BG-DUBLIN", new PrivacyOptions.Peer(URI.create("https://127.0.0.1:7543"), Path.of("b.pem")));
        assertThat(options.toString()).doesNotContain("hidden-word");
    }

    @Test
    void the_environment_goes_before_the_file() throws Exception {
        PrivacyOptions options = read(COMPLETE, Map.of("CASELEDGER_PRIVACY_FILE_NUMBER_PATTERN", "TEST-X[0-9]+"));

        assertThat(options.fileNumberPattern().pattern()).isEqualTo("TEST-X[0-9]+");
    }

    @Test
    void an_unknown_key_stops_the_start_with_a_sentence_and_a_fix() {
        assertThatThrownBy(() -> read(COMPLETE + "listenPort: 1\n", Map.of()))
                .isInstanceOf(OptionsException.class)
                .hasMessageContaining("listenPort")
                .hasMessageContaining("Remove it");
        assertThatThrownBy(() -> read(COMPLETE, Map.of("CASELEDGER_PRIVACY_LISTEN", "1")))
                .isInstanceOf(OptionsException.class)
                .hasMessageContaining("CASELEDGER_PRIVACY_LISTEN")
                .hasMessageContaining("Unset it");
    }

    @Test
    void a_missing_or_malformed_key_is_named() {
        assertThatThrownBy(() -> read(COMPLETE.replace("rootStore: keys", ""), Map.of()))
                .hasMessageContaining("rootStore")
                .hasMessageContaining("CASELEDGER_PRIVACY_ROOT_STORE");
        assertThatThrownBy(() -> read(COMPLETE, Map.of("CASELEDGER_PRIVACY_LISTEN_PORT", "70000")))
                .hasMessageContaining("listen.port");
        assertThatThrownBy(() -> read(COMPLETE.replace("https://127.0.0.1:7443", "http://127.0.0.1:7443"), Map.of()))
                .hasMessageContaining("feed");
        assertThatThrownBy(() -> read(COMPLETE.replace("TEST-[0-9]{6}", "'['"), Map.of()))
                .hasMessageContaining("regular expression");
        assertThatThrownBy(() -> read(COMPLETE.replace("AT-DUBLIN", "Austria"), Map.of()))
                .hasMessageContaining("authority");
    }

    @Test
    void every_value_is_explained_with_its_origin_and_the_secret_is_masked() throws Exception {
        Files.writeString(file, COMPLETE);

        String explained = OptionsReader.explain(file, Map.of("CASELEDGER_PRIVACY_FEED_WAIT_MILLIS", "7"));

        assertThat(explained)
                .contains("feedWaitMillis = 7  [environment CASELEDGER_PRIVACY_FEED_WAIT_MILLIS]")
                .contains("listen.host = 127.0.0.1  [default]")
                .contains("authority = AT-DUBLIN  [" + file + "]")
                .contains("database.password = ***")
                .contains("peers.BG-DUBLIN.root = b.pem")
                .doesNotContain("hidden-word");
        for (OptionKey key : OptionKey.values()) {
            assertThat(explained).contains(key.path() + " = ").contains(key.meaning());
        }
    }

    private PrivacyOptions read(String yaml, Map<String, String> environment) throws IOException, OptionsException {
        Files.writeString(file, yaml);
        return OptionsReader.read(file, environment);
    }
}
