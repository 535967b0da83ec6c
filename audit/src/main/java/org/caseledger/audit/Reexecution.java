// SPDX-License-Identifier: Apache-2.0
package org.caseledger.audit;

import com.google.protobuf.ByteString;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.caseledger.chaincode.CaseledgerChaincode;
import org.caseledger.chaincode.replay.Execution;
import org.caseledger.chaincode.replay.RecordedTransaction;
import org.caseledger.ledger.block.BlockView;
import org.caseledger.ledger.block.NamespaceView;
import org.caseledger.ledger.block.ReadView;
import org.caseledger.ledger.block.TransactionView;
import org.caseledger.ledger.block.WriteView;
import org.hyperledger.fabric.protos.peer.TxValidationCode;

/**
 * Executes every valid transaction of the contract again over the state that the blocks before left, and compares. This
 * finds what signatures cannot: a majority that endorsed something that the contract would not have written.
 */
final class Reexecution {

    private final String namespace;
    private final ReplayedState state;
    private final CaseledgerChaincode chaincode = new CaseledgerChaincode();
    private long executed;

    Reexecution(String namespace, ReplayedState state) {
        this.namespace = namespace;
        this.state = state;
    }

    /** Number of transactions that were executed again. */
    long executed() {
        return executed;
    }

    /**
     * Executes a block's transactions that the given codes call valid, each over the state before the block: what a
     * valid one read, no other of its block has written. They run on all cores.
     */
    List<Finding> replay(BlockView block, List<TxValidationCode> codes) {
        var valid = block.transactions().stream()
                .filter(transaction -> codes.get(transaction.index()) == TxValidationCode.VALID)
                .toList();
        valid.forEach(transaction -> state.seen(transaction.timestamp()));
        executed += valid.stream().filter(this::ofTheContract).count();
        return valid.parallelStream()
                .flatMap(transaction -> check(transaction).stream()
                        .map(code -> new Finding(code, block.number(), transaction.index(), nameOf(transaction))))
                .toList();
    }

    private boolean ofTheContract(TransactionView transaction) {
        return transaction.chaincode().equals(namespace);
    }

    /** The function, if it is one of the contract's: another text is somebody's own. */
    private String nameOf(TransactionView transaction) {
        return chaincode.functions().contains(transaction.function())
                ? transaction.function()
                : "a function that is not the contract's";
    }

    private List<FindingCode> check(TransactionView transaction) {
        var findings = new ArrayList<FindingCode>();
        if (writesBeyondTheContract(transaction)) {
            findings.add(FindingCode.FOREIGN_WRITE);
        }
        if (ofTheContract(transaction)) {
            compare(transaction, execute(transaction), findings);
        }
        return findings;
    }

    private boolean writesBeyondTheContract(TransactionView transaction) {
        var own = ofTheContract(transaction);
        return transaction.namespaces().stream()
                .filter(touched -> !touched.writes().isEmpty())
                .anyMatch(touched -> own != touched.namespace().equals(namespace));
    }

    private Execution.Result execute(TransactionView transaction) {
        var arguments = new ArrayList<byte[]>();
        arguments.add(transaction.function().getBytes(StandardCharsets.UTF_8));
        transaction.arguments().forEach(argument -> arguments.add(argument.toByteArray()));
        var recorded = new RecordedTransaction(
                transaction.txId(),
                transaction.channel(),
                arguments,
                transaction.creator().toByteArray(),
                transaction.timestamp());
        return Execution.of(chaincode, recorded, state::get);
    }

    private void compare(TransactionView transaction, Execution.Result again, List<FindingCode> findings) {
        if (!again.succeeded()) {
            findings.add(FindingCode.REFUSED_BY_CONTRACT);
            return;
        }
        if (!sameWrites(written(transaction), again)) {
            findings.add(FindingCode.NOT_REPRODUCIBLE);
        }
        if (!again.reads().equals(readKeys(transaction))) {
            findings.add(FindingCode.READS_DIFFER);
        }
        if (!sameEvent(transaction, again)) {
            findings.add(FindingCode.EVENT_DIFFERS);
        }
    }

    private static boolean sameWrites(List<WriteView> recorded, Execution.Result again) {
        var values = new TreeMap<String, ByteString>();
        again.writes().forEach((key, value) -> values.put(key, ByteString.copyFrom(value)));
        var said = new TreeMap<String, ByteString>();
        for (var write : recorded) {
            if (write.delete()) {
                return false;
            }
            said.put(write.key(), write.value());
        }
        return said.equals(values) && said.size() == recorded.size();
    }

    private static boolean sameEvent(TransactionView transaction, Execution.Result again) {
        var event = transaction.event();
        var payload = again.event();
        if (event == null || payload == null) {
            return event == null && payload == null;
        }
        return event.name().equals(again.eventName()) && event.payload().equals(ByteString.copyFrom(payload));
    }

    private Set<String> readKeys(TransactionView transaction) {
        var keys = new TreeSet<String>();
        own(transaction)
                .forEach(touched -> touched.reads().stream().map(ReadView::key).forEach(keys::add));
        return keys;
    }

    private List<WriteView> written(TransactionView transaction) {
        return own(transaction).stream()
                .flatMap(touched -> touched.writes().stream())
                .toList();
    }

    private List<NamespaceView> own(TransactionView transaction) {
        return transaction.namespaces().stream()
                .filter(touched -> touched.namespace().equals(namespace))
                .toList();
    }
}
