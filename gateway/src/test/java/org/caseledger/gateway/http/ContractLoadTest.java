// SPDX-License-Identifier: Apache-2.0
package org.caseledger.gateway.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.vertx.core.Vertx;
import io.vertx.core.json.JsonObject;
import io.vertx.openapi.contract.OpenAPIContract;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class ContractLoadTest {

    @Test
    void the_contract_is_valid_openapi_and_every_operation_names_its_roles() throws Exception {
        var vertx = Vertx.vertx();
        try {
            var contract = OpenAPIContract.from(vertx, withoutVendorMediaType())
                    .toCompletionStage()
                    .toCompletableFuture()
                    .get(20, TimeUnit.SECONDS);
            assertThat(contract.operations()).isNotEmpty().allSatisfy(operation -> assertThat(
                            operation.getOpenAPIModel().getJsonArray("x-roles"))
                    .as(operation.getOperationId())
                    .isNotEmpty());
        } finally {
            vertx.close().toCompletionStage().toCompletableFuture().get(10, TimeUnit.SECONDS);
        }
    }

    /** The reader of this library knows no problem+json; the rest of the contract is read as it stands. */
    private static JsonObject withoutVendorMediaType() throws Exception {
        try (var yaml = Objects.requireNonNull(ContractLoadTest.class.getResourceAsStream("/openapi.yaml"))) {
            JsonNode tree = new YAMLMapper().readTree(yaml);
            return new JsonObject(tree.toString().replace("application/problem+json", "application/json"));
        }
    }
}
