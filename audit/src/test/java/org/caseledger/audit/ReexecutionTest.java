// SPDX-License-Identifier: Apache-2.0
package org.caseledger.audit;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.ByteString;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.TreeMap;
import org.caseledger.ledger.block.BlockView;
import org.caseledger.ledger.block.NamespaceView;
import org.caseledger.ledger.block.TransactionView;
import org.caseledger.ledger.block.WriteView;
import org.caseledger.ledger.state.StateKey;
import org.caseledger.ledger.state.Version;
import org.caseledger.ledger.state.WorldState.StateUpdate;
import org.hyperledger.fabric.protos.common.Block;
import org.hyperledger.fabric.protos.common.HeaderType;
import org.hyperledger.fabric.protos.peer.TxValidationCode;
import org.junit.jupiter.api.Test;

class ReexecutionTest {

    private final StoredInMemory bytes = new StoredInMemory();
    private final ReplayedState state = new ReplayedState("caseledger", bytes);
    private final Reexecution reexecution = new Reexecution("caseledger", state);

    @Test
    void another_chaincode_that_writes_the_contracts_state_is_found() {
        var findings = replay(transaction("other", "put", "caseledger"));

        assertThat(findings).extracting(Finding::code).containsExactly(FindingCode.FOREIGN_WRITE);
    }

    @Test
    void the_contract_that_writes_another_chaincodes_state_is_found() {
        var findings = replay(transaction("caseledger", "cases:read", "other"));

        assertThat(findings).extracting(Finding::code).contains(FindingCode.FOREIGN_WRITE);
    }

    @Test
    void another_chaincode_that_writes_its_own_state_is_no_concern() {
        assertThat(replay(transaction("other", "put", "other"))).isEmpty();
        assertThat(reexecution.executed()).isZero();
    }

    @Test
    void a_function_that_is_not_the_contracts_is_not_repeated_in_the_report() {
        var findings = replay(transaction("caseledger", "TEST-000123", "caseledger"));

        assertThat(findings).extracting(Finding::code).containsExactly(FindingCode.REFUSED_BY_CONTRACT);
        assertThat(findings).extracting(Finding::detail).noneMatch(detail -> detail.contains("TEST-000123"));
    }

    @Test
    void a_transaction_that_is_not_valid_is_neither_executed_nor_applied() {
        var transaction = transaction("caseledger", "cases:read", "caseledger");
        var block = new BlockView(1, bytes(), bytes(), bytes(), bytes(), List.of(transaction));

        assertThat(reexecution.replay(block, List.of(TxValidationCode.MVCC_READ_CONFLICT)))
                .isEmpty();
        assertThat(reexecution.executed()).isZero();
        assertThat(state.get("key")).isNull();
    }

    @Test
    void a_step_is_recorded_when_the_highest_valid_timestamp_says() {
        replay(
                transaction("other", "put", "other", "2026-05-01T00:00:00Z", "elsewhere"),
                transaction("other", "put", "caseledger", "2026-01-01T00:00:00Z", "step/late"));

        assertThat(state.recordedAt("step/late")).isEqualTo("2026-05-01T00:00:00Z");
    }

    private List<Finding> replay(TransactionView... transactions) {
        var indexed = Arrays.asList(transactions);
        for (var i = 0; i < transactions.length; i++) {
            indexed.set(i, at(i, transactions[i]));
        }
        var codes = indexed.stream().map(transaction -> TxValidationCode.VALID).toList();
        var findings = reexecution.replay(new BlockView(1, bytes(), bytes(), bytes(), bytes(), indexed), codes);
        commit(indexed);
        return findings;
    }

    /** What the ledger does with a block's valid transactions. */
    private void commit(List<TransactionView> transactions) {
        var updates = new TreeMap<StateKey, StateUpdate>();
        transactions.forEach(transaction -> transaction.namespaces().forEach(touched -> touched.writes()
                .forEach(write -> updates.put(
                        new StateKey(touched.namespace(), write.key()),
                        new StateUpdate(write.value(), new Version(1, transaction.index()))))));
        state.next(bytes.store(Block.getDefaultInstance()));
        state.apply(1, updates);
    }

    private static TransactionView transaction(String chaincode, String function, String written) {
        return transaction(chaincode, function, written, "2026-01-01T00:00:00Z", "key");
    }

    private static TransactionView transaction(
            String chaincode, String function, String written, String timestamp, String key) {
        var write = new WriteView(key, false, ByteString.copyFromUtf8("{}"));
        return new TransactionView(
                0,
                "tx",
                "asylum",
                HeaderType.ENDORSER_TRANSACTION,
                "AT-DUBLIN",
                bytes(),
                Instant.parse(timestamp),
                chaincode,
                function,
                List.of(),
                List.of(new NamespaceView(written, List.of(), List.of(write))),
                null,
                List.of(),
                TxValidationCode.VALID);
    }

    private static TransactionView at(int index, TransactionView view) {
        return new TransactionView(
                index,
                view.txId(),
                view.channel(),
                view.type(),
                view.creatorMspId(),
                view.creator(),
                view.timestamp(),
                view.chaincode(),
                view.function(),
                view.arguments(),
                view.namespaces(),
                view.event(),
                view.endorsements(),
                view.code());
    }

    private static ByteString bytes() {
        return ByteString.EMPTY;
    }
}
