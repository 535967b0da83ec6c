// SPDX-License-Identifier: Apache-2.0
package org.caseledger.network.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.protobuf.ByteString;
import com.google.protobuf.Timestamp;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.function.UnaryOperator;
import org.caseledger.ledger.config.ChannelConfig;
import org.caseledger.ledger.config.ChannelConfigReader;
import org.caseledger.ledger.crypto.Hashes;
import org.caseledger.ledger.crypto.SignatureProvider;
import org.caseledger.ledger.identity.SigningIdentity;
import org.caseledger.ledger.validation.TransactionIndex;
import org.caseledger.network.certificates.Credential;
import org.caseledger.network.certificates.NodeOu;
import org.hyperledger.fabric.protos.common.ChannelHeader;
import org.hyperledger.fabric.protos.common.Header;
import org.hyperledger.fabric.protos.common.HeaderType;
import org.hyperledger.fabric.protos.common.SignatureHeader;
import org.hyperledger.fabric.protos.peer.ChaincodeHeaderExtension;
import org.hyperledger.fabric.protos.peer.ChaincodeID;
import org.hyperledger.fabric.protos.peer.ChaincodeInput;
import org.hyperledger.fabric.protos.peer.ChaincodeInvocationSpec;
import org.hyperledger.fabric.protos.peer.ChaincodeProposalPayload;
import org.hyperledger.fabric.protos.peer.ChaincodeSpec;
import org.hyperledger.fabric.protos.peer.Proposal;
import org.hyperledger.fabric.protos.peer.SignedProposal;
import org.hyperledger.fabric.protos.peer.TxValidationCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Each thing that a peer asks of a proposal, with a proposal that lacks just that. */
class ProposalCheckTest {
    private static final Duration WINDOW = Duration.ofMinutes(15);
    private static final ByteString NONCE = ByteString.copyFromUtf8("a nonce for one proposal");

    private record Setting(ChannelConfig config, SigningIdentity client, SigningIdentity reader, Instant now) {

        static Setting in(Path directory) {
            TestConsortium consortium = new TestConsortium(directory);
            var genesis = new GenesisBlock(consortium.options(id -> new CounterChaincode(1))).render();
            return new Setting(
                    new ChannelConfigReader(SignatureProvider.best()).read(genesis),
                    identity(consortium, "AT-DUBLIN"),
                    identity(consortium, TestConsortium.READER),
                    Instant.now());
        }

        private static SigningIdentity identity(TestConsortium consortium, String id) {
            Credential credential = consortium.issuer(id).signing(NodeOu.CLIENT, "gateway");
            return new SigningIdentity(id, credential.certificate(), credential.key(), SignatureProvider.best());
        }

        ProposalCheck check(TransactionIndex committed) {
            return new ProposalCheck(config, committed, Clock.fixed(now, ZoneOffset.UTC), WINDOW);
        }

        SignedProposal proposal(SigningIdentity creator, UnaryOperator<ChannelHeader.Builder> change) {
            SignatureHeader signature = SignatureHeader.newBuilder()
                    .setCreator(creator.serialized())
                    .setNonce(NONCE)
                    .build();
            ChaincodeID.Builder chaincode = ChaincodeID.newBuilder().setName(TestConsortium.CHAINCODE);
            ChannelHeader.Builder channel = ChannelHeader.newBuilder()
                    .setType(HeaderType.ENDORSER_TRANSACTION_VALUE)
                    .setTimestamp(Timestamp.newBuilder().setSeconds(now.getEpochSecond()))
                    .setChannelId(TestConsortium.CHANNEL)
                    .setTxId(Hashes.hex(Hashes.sha256(NONCE, creator.serialized())))
                    .setExtension(ChaincodeHeaderExtension.newBuilder()
                            .setChaincodeId(chaincode)
                            .build()
                            .toByteString());
            ChaincodeInvocationSpec spec = ChaincodeInvocationSpec.newBuilder()
                    .setChaincodeSpec(ChaincodeSpec.newBuilder()
                            .setChaincodeId(chaincode)
                            .setInput(ChaincodeInput.newBuilder().addArgs(ByteString.copyFromUtf8("get"))))
                    .build();
            ByteString bytes = Proposal.newBuilder()
                    .setHeader(Header.newBuilder()
                            .setChannelHeader(change.apply(channel).build().toByteString())
                            .setSignatureHeader(signature.toByteString())
                            .build()
                            .toByteString())
                    .setPayload(ChaincodeProposalPayload.newBuilder()
                            .setInput(spec.toByteString())
                            .putTransientMap("secret", ByteString.copyFromUtf8("s"))
                            .build()
                            .toByteString())
                    .build()
                    .toByteString();
            return SignedProposal.newBuilder()
                    .setProposalBytes(bytes)
                    .setSignature(creator.sign(bytes))
                    .build();
        }
    }

    private static void assertRefused(Setting setting, SignedProposal proposal, String reason) {
        assertThatThrownBy(() -> setting.check(new TransactionIndex()).forEndorsement(proposal))
                .isInstanceOfSatisfying(
                        ProposalException.class, e -> assertThat(e.reason()).contains(reason));
    }

    @Test
    void a_whole_proposal_passes_and_its_hash_leaves_out_what_is_transient(@TempDir Path directory)
            throws ProposalException {
        Setting setting = Setting.in(directory);
        CheckedProposal checked = setting.check(new TransactionIndex())
                .forEndorsement(setting.proposal(setting.client(), header -> header));
        assertThat(checked.chaincode()).isEqualTo(TestConsortium.CHAINCODE);
        assertThat(checked.arguments()).extracting(ByteString::toStringUtf8).containsExactly("get");
        assertThat(checked.transientData()).containsOnlyKeys("secret");
        ByteString visible =
                checked.payload().toBuilder().clearTransientMap().build().toByteString();
        assertThat(checked.hash())
                .isEqualTo(Hashes.sha256(
                        checked.header().getChannelHeader(), checked.header().getSignatureHeader(), visible));
    }

    @Test
    void a_reader_passes_for_a_query_only(@TempDir Path directory) throws ProposalException {
        Setting setting = Setting.in(directory);
        SignedProposal proposal = setting.proposal(setting.reader(), header -> header);
        assertThat(setting.check(new TransactionIndex())
                        .forEvaluation(proposal)
                        .creator()
                        .mspId())
                .isEqualTo(TestConsortium.READER);
        assertRefused(setting, proposal, "access denied");
    }

    @Test
    void each_broken_part_is_refused(@TempDir Path directory) {
        Setting setting = Setting.in(directory);
        SigningIdentity client = setting.client();
        SignedProposal good = setting.proposal(client, header -> header);
        assertRefused(setting, good.toBuilder().setSignature(client.sign(NONCE)).build(), "access denied");
        assertRefused(setting, setting.proposal(client, header -> header.setTxId("00")), "transaction id");
        assertRefused(setting, setting.proposal(client, header -> header.setChannelId("other")), "not found");
        assertRefused(setting, setting.proposal(client, header -> header.setEpoch(1)), "endorser transaction");
        assertRefused(
                setting,
                setting.proposal(client, header -> header.setType(HeaderType.CONFIG_VALUE)),
                "endorser transaction");
        assertRefused(
                setting, setting.proposal(client, header -> header.setExtension(ByteString.EMPTY)), "one chaincode");
        assertRefused(
                setting,
                SignedProposal.newBuilder()
                        .setProposalBytes(ByteString.copyFromUtf8("\u0001"))
                        .build(),
                "cannot be read");
    }

    @Test
    void the_time_may_differ_by_fifteen_minutes_either_way(@TempDir Path directory) throws ProposalException {
        Setting setting = Setting.in(directory);
        for (long minutes : List.of(-14L, 14L)) {
            assertThat(setting.check(new TransactionIndex()).forEndorsement(at(setting, minutes)))
                    .isNotNull();
        }
        for (long minutes : List.of(-16L, 16L, 60L * 24 * 365 * 10_000)) {
            assertRefused(setting, at(setting, minutes), "more than 15 minutes");
        }
    }

    private static SignedProposal at(Setting setting, long minutes) {
        long seconds = setting.now().getEpochSecond() + 60 * minutes;
        return setting.proposal(
                setting.client(),
                header -> header.setTimestamp(Timestamp.newBuilder().setSeconds(seconds)));
    }

    @Test
    void a_transaction_id_that_is_on_the_ledger_is_refused(@TempDir Path directory) {
        Setting setting = Setting.in(directory);
        TransactionIndex committed = new TransactionIndex();
        committed.add(Hashes.hex(Hashes.sha256(NONCE, setting.client().serialized())), 3, TxValidationCode.VALID);
        assertThatThrownBy(() ->
                        setting.check(committed).forEndorsement(setting.proposal(setting.client(), header -> header)))
                .hasMessageContaining("duplicate transaction");
    }

    @Test
    void block_0_says_who_endorses_and_how_many_orderers_sign(@TempDir Path directory) {
        ChannelConfig config = Setting.in(directory).config();
        assertThat(config.endorsers()).isEqualTo(TestConsortium.ENDORSING);
        assertThat(config.applicationMembers()).hasSize(5);
        assertThat(config.orderer().quorum()).isEqualTo(3);
        assertThat(config.orderer().consenters()).hasSize(4);
    }
}
