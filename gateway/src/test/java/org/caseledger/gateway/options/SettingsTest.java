// SPDX-License-Identifier: Apache-2.0
package org.caseledger.gateway.options;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Period;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SettingsTest {

    private final Path directory;

    SettingsTest(@TempDir Path directory) {
        this.directory = directory;
    }

    @Test
    void file_and_environment_together_give_typed_options() throws IOException {
        var options = OptionsReader.read(Settings.load(file(whole()), Map.of("CASELEDGER_GATEWAY_HTTP_PORT", "9443")));

        assertThat(options.authority()).isEqualTo("AT-DUBLIN");
        assertThat(options.http().port()).isEqualTo(9443);
        assertThat(options.retention().period()).isEqualTo(Period.ofYears(10));
        assertThat(options.limits().patience()).isEqualTo(Duration.ofSeconds(20));
        assertThat(options.tokens().jwks()).hasScheme("file");
    }

    @Test
    void an_unknown_key_in_the_file_stops_the_start_and_is_named() throws IOException {
        var file = file(whole() + "htpp: {port: 1}\n");

        assertThatThrownBy(() -> Settings.load(file, Map.of()))
                .isInstanceOf(OptionsException.class)
                .hasMessageContaining("htpp.port")
                .hasMessageContaining("Remove it");
    }

    @Test
    void an_unknown_variable_stops_the_start_and_is_named() throws IOException {
        var file = file(whole());

        assertThatThrownBy(() -> Settings.load(file, Map.of("CASELEDGER_GATEWAY_COLOUR", "red")))
                .isInstanceOf(OptionsException.class)
                .hasMessageContaining("CASELEDGER_GATEWAY_COLOUR");
    }

    @Test
    void a_missing_setting_is_named_with_its_meaning_and_its_variable() {
        assertThatThrownBy(() -> Settings.load(null, Map.of()))
                .isInstanceOf(OptionsException.class)
                .hasMessageContaining("authority")
                .hasMessageContaining("CASELEDGER_GATEWAY_AUTHORITY");
    }

    @Test
    void a_key_that_stands_twice_is_refused() throws IOException {
        var file = file(whole() + "country: BG\n");

        assertThatThrownBy(() -> Settings.load(file, Map.of())).isInstanceOf(OptionsException.class);
    }

    @Test
    void every_value_is_explained_with_its_origin_and_secrets_are_masked() throws IOException {
        var settings = Settings.load(file(whole()), Map.of("CASELEDGER_GATEWAY_DATABASE_PASSWORD", "open sesame"));

        assertThat(settings.explain())
                .doesNotContain("open sesame")
                .contains("database.password = ********   [environment CASELEDGER_GATEWAY_DATABASE_PASSWORD]")
                .contains("http.port = 8443   [default]");
        assertThat(settings.explain().lines()).hasSize(Setting.values().length);
    }

    @Test
    void a_value_of_the_wrong_form_is_refused_with_what_it_should_be() throws IOException {
        var wrong = new HashMap<String, String>();
        wrong.put("CASELEDGER_GATEWAY_HTTP_PORT", "70000");
        wrong.put("CASELEDGER_GATEWAY_AUTHORITY", "Vienna");
        wrong.put("CASELEDGER_GATEWAY_PRIVACY_URL", "http://127.0.0.1:1");
        wrong.put("CASELEDGER_GATEWAY_DATABASE_URL", "jdbc:h2:mem:x");
        wrong.put("CASELEDGER_GATEWAY_RETENTION_PERIOD", "ten years");
        wrong.put("CASELEDGER_GATEWAY_TOKENS_JWKS", "http://127.0.0.1/keys");
        wrong.put("CASELEDGER_GATEWAY_FILE_NUMBER_PATTERN", "(");
        wrong.put(
                "CASELEDGER_GATEWAY_HTTP_KEY", directory.resolve("nowhere.pem").toString());
        var file = file(whole());

        wrong.forEach((variable, value) -> assertThatThrownBy(
                        () -> OptionsReader.read(Settings.load(file, Map.of(variable, value))))
                .as(variable)
                .isInstanceOf(OptionsException.class)
                .hasMessageContaining("The setting "));
    }

    private Path file(String text) throws IOException {
        return Files.writeString(directory.resolve("gateway.yaml"), text);
    }

    private String whole() throws IOException {
        var pem = Files.writeString(directory.resolve("some.pem"), "pem");
        return """
                authority: AT-DUBLIN
                country: AT
                ledger: {channel: asylum, endpoint: '127.0.0.1:7051', tls-roots: %1$s, certificate: %1$s, key: %1$s}
                http: {certificate: %1$s, key: %1$s}
                privacy: {url: 'https://127.0.0.1:8446', tls-roots: %1$s}
                database: {url: 'jdbc:postgresql://127.0.0.1:5432/gateway', user: gateway, password: none}
                tokens: {jwks: %1$s, issuer: 'urn:test', audience: AT-DUBLIN}
                file-number: {pattern: 'TEST-[0-9]{6}'}
                retention: {period: P10Y, source: demo}
                """.formatted(pem);
    }
}
