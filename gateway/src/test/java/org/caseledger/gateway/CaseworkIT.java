// SPDX-License-Identifier: Apache-2.0
package org.caseledger.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.caseledger.gateway.house.AuthorityHouse;
import org.caseledger.gateway.house.House;
import org.caseledger.gateway.http.Role;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CaseworkIT {

    private static final String OPEN = """
            {"fileNumber":"%s","definition":"dublin3-take-back@1",
             "roles":{"requesting":["AT-DUBLIN"],"requested":["BG-DUBLIN"]},
             "step":{"step":"lodged","role":"requesting","occurredOn":"2015-03-07","attributes":{}}}
            """;

    private House house;
    private AuthorityHouse austria;

    @BeforeAll
    void start(@TempDir Path directory) throws Exception {
        house = House.start(directory, "AT-DUBLIN", "BG-DUBLIN", "DE-DUBLIN").found();
        austria = house.of("AT-DUBLIN").start();
    }

    @AfterAll
    void stop() throws Exception {
        house.close();
    }

    @Test
    void a_case_is_opened_found_by_its_file_number_and_read_with_its_evaluation() {
        var caseworker = austria.as(Role.CASEWORKER);

        var opened = caseworker.post("/cases", OPEN.formatted("TEST-000001"));

        assertThat(opened.status()).as(opened.body().toString()).isEqualTo(201);
        assertThat(opened.text("/state")).isEqualTo("committed");
        assertThat(opened.body().path("entry").asInt()).isEqualTo(1);
        var found = caseworker.post("/cases/search", "{\"fileNumber\":\"TEST-000001\"}");
        assertThat(found.text("/items/0/handle")).isEqualTo(opened.text("/handle"));
        var read = caseworker.get("/cases/" + opened.text("/handle") + "?asOf=2015-03-08");
        assertThat(read.text("/fileNumber")).isEqualTo("TEST-000001");
        assertThat(read.text("/evaluation/responsible/role")).isEqualTo("undetermined");
    }
}
