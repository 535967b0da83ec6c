// SPDX-License-Identifier: Apache-2.0
package org.caseledger.ledger.policy;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.ByteString;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.caseledger.ledger.crypto.SignatureProvider;
import org.caseledger.ledger.identity.Identity;
import org.caseledger.ledger.identity.Msp;
import org.caseledger.ledger.identity.MspManager;
import org.caseledger.ledger.identity.TestIssuer;
import org.hyperledger.fabric.protos.common.ImplicitMetaPolicy.Rule;
import org.hyperledger.fabric.protos.common.MSPPrincipal;
import org.hyperledger.fabric.protos.common.MSPRole;
import org.hyperledger.fabric.protos.common.SignaturePolicyEnvelope;

class PolicyProperties {
    private static final int MEMBERS = 5;
    private static final List<TestIssuer> ISSUERS =
            IntStream.range(0, MEMBERS).mapToObj(i -> new TestIssuer("M-" + i)).toList();
    private static final MspManager MSPS = msps();
    private static final List<Identity> PEERS = identities("peer");
    private static final List<Identity> CLIENTS = identities("client");

    private static MspManager msps() {
        Map<String, Msp> msps = new TreeMap<>();
        ISSUERS.forEach(issuer -> msps.put(issuer.mspId(), issuer.msp()));
        return new MspManager(msps, SignatureProvider.best());
    }

    private static List<Identity> identities(String unit) {
        return ISSUERS.stream()
                .map(issuer -> MSPS.find(issuer.serialize(issuer.leaf(unit).certificate()))
                        .orElseThrow())
                .toList();
    }

    private static MSPPrincipal peerOf(int member) {
        return MSPPrincipal.newBuilder()
                .setPrincipalClassification(MSPPrincipal.Classification.ROLE)
                .setPrincipal(MSPRole.newBuilder()
                        .setMspIdentifier("M-" + member)
                        .setRole(MSPRole.MSPRoleType.PEER)
                        .build()
                        .toByteString())
                .build();
    }

    private static org.hyperledger.fabric.protos.common.SignaturePolicy leaf(int index) {
        return org.hyperledger.fabric.protos.common.SignaturePolicy.newBuilder()
                .setSignedBy(index)
                .build();
    }

    /** So many out of the peers of all members, the first of them named so many times more. */
    private static Policy outOf(int needed, int repeated) {
        var rule = org.hyperledger.fabric.protos.common.SignaturePolicy.NOutOf.newBuilder()
                .setN(needed);
        SignaturePolicyEnvelope.Builder envelope = SignaturePolicyEnvelope.newBuilder();
        for (int i = 0; i < MEMBERS; i++) {
            envelope.addIdentities(peerOf(i));
            rule.addRules(leaf(i));
        }
        for (int i = 0; i < repeated; i++) {
            rule.addRules(leaf(0));
        }
        envelope.setRule(org.hyperledger.fabric.protos.common.SignaturePolicy.newBuilder()
                .setNOutOf(rule));
        return SignaturePolicy.of(envelope.build(), MSPS);
    }

    private static List<Identity> of(List<Identity> identities, Set<Integer> members) {
        return members.stream().map(identities::get).toList();
    }

    @Property
    void so_many_out_of_all_needs_so_many_different_peers(
            @ForAll @IntRange(min = 0, max = MEMBERS + 1) int needed,
            @ForAll @IntRange(min = 0, max = 3) int repeated,
            @ForAll @Size(max = MEMBERS) Set<@IntRange(max = MEMBERS - 1) Integer> signed) {
        assertThat(outOf(needed, repeated).satisfied(of(PEERS, signed))).isEqualTo(signed.size() >= needed);
    }

    @Property
    void clients_do_not_stand_for_peers(@ForAll @Size(max = MEMBERS) Set<@IntRange(max = MEMBERS - 1) Integer> signed) {
        assertThat(outOf(1, 0).satisfied(of(CLIENTS, signed))).isFalse();
    }

    @Property
    void more_signers_never_break_a_policy(
            @ForAll @IntRange(min = 1, max = MEMBERS) int needed,
            @ForAll @Size(max = MEMBERS) Set<@IntRange(max = MEMBERS - 1) Integer> some,
            @ForAll @Size(max = MEMBERS) Set<@IntRange(max = MEMBERS - 1) Integer> more) {
        Policy policy = outOf(needed, 0);
        List<Identity> all = new ArrayList<>(of(PEERS, some));
        all.addAll(of(CLIENTS, more));
        assertThat(policy.satisfied(all)).isEqualTo(policy.satisfied(of(PEERS, some)));
    }

    @Property
    void implicit_policies_count_the_groups_below(@ForAll Rule rule, @ForAll @Size(max = 7) List<Boolean> below) {
        if (rule == Rule.UNRECOGNIZED) {
            return;
        }
        List<Policy> groups = below.stream()
                .<Policy>map(satisfied -> satisfied ? new ImplicitMetaPolicy(0, List.of()) : RejectPolicy.REJECT)
                .toList();
        long yes = below.stream().filter(satisfied -> satisfied).count();
        boolean expected =
                switch (rule) {
                    case ANY -> below.isEmpty() || yes >= 1;
                    case ALL -> yes == below.size();
                    case MAJORITY -> below.isEmpty() || 2 * yes > below.size();
                    case UNRECOGNIZED -> false;
                };
        assertThat(ImplicitMetaPolicy.of(rule, groups).satisfied(List.of())).isEqualTo(expected);
    }

    @Property
    void a_signer_counts_once_however_often_it_signed(@ForAll @IntRange(min = 2, max = 6) int times) {
        TestIssuer issuer = ISSUERS.get(0);
        var leaf = issuer.leaf("peer");
        ByteString message = ByteString.copyFromUtf8("result");
        ByteString identity = issuer.serialize(leaf.certificate());
        List<SignedPart> parts = IntStream.range(0, times)
                .mapToObj(i -> new SignedPart(identity, issuer.signing(leaf).sign(message), List.of(message)))
                .toList();
        assertThat(SignedPart.signers(parts, MSPS)).hasSize(1);
    }
}
