// SPDX-License-Identifier: Apache-2.0
package org.caseledger.ledger.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.protobuf.ByteString;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import org.caseledger.ledger.crypto.SignatureProvider;
import org.hyperledger.fabric.protos.msp.MSPConfig;
import org.junit.jupiter.api.Test;

class MspTest {
    private final TestIssuer issuer = new TestIssuer("AT-DUBLIN");
    private final MspManager msps = manager(issuer.msp());

    private static MspManager manager(Msp msp) {
        return new MspManager(Map.of(msp.id(), msp), SignatureProvider.best());
    }

    private String problem(TestIssuer.Issued leaf) {
        ByteString serialized = issuer.serialize(leaf.certificate());
        assertThat(msps.find(serialized)).isEmpty();
        return msps.problem(serialized);
    }

    @Test
    void takes_a_leaf_of_its_issuing_ca_in_the_role_that_it_names() {
        TestIssuer.Issued leaf = issuer.leaf("peer");
        assertThat(msps.find(issuer.serialize(leaf.certificate()))).hasValueSatisfying(identity -> {
            assertThat(identity.role()).isEqualTo(Set.of(NodeRole.PEER));
            assertThat(identity.mspId()).isEqualTo("AT-DUBLIN");
            ByteString message = ByteString.copyFromUtf8("m");
            assertThat(identity.verify(issuer.signing(leaf).sign(message), message))
                    .isTrue();
        });
    }

    @Test
    void takes_an_expired_certificate_because_blocks_outlive_it() {
        TestIssuer.Issued expired = issuer.leaf(Instant.now().minus(Duration.ofDays(5)), "client");
        assertThat(expired.certificate().getNotAfter().toInstant()).isBefore(Instant.now());
        assertThat(msps.find(issuer.serialize(expired.certificate()))).isPresent();
    }

    @Test
    void refuses_a_leaf_of_another_root_with_the_same_names() {
        assertThat(problem(new TestIssuer("AT-DUBLIN").leaf("client"))).contains("not valid in its MSP");
    }

    @Test
    void refuses_a_leaf_that_the_root_issued_beside_its_issuing_ca() {
        assertThat(problem(issuer.leafOfRoot("client"))).contains("issuing authorities below it");
    }

    @Test
    void refuses_a_ca_as_an_identity() {
        assertThat(problem(issuer.issuing())).contains("certificate authority");
    }

    @Test
    void refuses_a_leaf_with_no_role_or_with_two() {
        assertThat(problem(issuer.leaf("clerk"))).contains("exactly one of the roles");
        assertThat(problem(issuer.leaf("client", "peer"))).contains("exactly one of the roles");
    }

    @Test
    void refuses_what_is_no_identity_or_of_no_member() {
        assertThat(msps.problem(ByteString.copyFromUtf8("\u0001"))).contains("cannot be read");
        TestIssuer stranger = new TestIssuer("XX-DUBLIN");
        assertThat(msps.problem(stranger.serialize(stranger.leaf("client").certificate())))
                .contains("No organisation of the channel");
    }

    @Test
    void names_what_it_does_not_support() {
        assertThatThrownBy(() -> Msp.parse(
                        TestIssuer.wrap(issuer.fabricConfig().addRevocationList(ByteString.copyFromUtf8("crl")))))
                .hasMessageContaining("a CRL, which is not supported yet");
        assertThatThrownBy(() -> Msp.parse(MSPConfig.newBuilder().setType(1).build()))
                .hasMessageContaining("MSP type 1");
        assertThatThrownBy(() -> Msp.parse(TestIssuer.wrap(issuer.fabricConfig().clearRootCerts())))
                .hasMessageContaining("at least one root");
    }
}
