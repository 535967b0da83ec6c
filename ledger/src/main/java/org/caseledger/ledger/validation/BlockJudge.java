// SPDX-License-Identifier: Apache-2.0
package org.caseledger.ledger.validation;

import com.google.protobuf.ByteString;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.caseledger.ledger.block.ParsedNamespace;
import org.caseledger.ledger.block.ParsedTransaction;
import org.caseledger.ledger.config.ChannelConfig;
import org.caseledger.ledger.state.CommittedState;
import org.hyperledger.fabric.protos.peer.TxValidationCode;

/** Gives each transaction of one block its validation code, in the order of a Fabric peer's rules. */
final class BlockJudge {
    private final TransactionCheck form;
    private final EndorsementCheck endorsements;
    private final CommittedState state;
    private final TransactionIndex known;

    BlockJudge(ChannelConfig config, CommittedState state, TransactionIndex known) {
        this.form = new TransactionCheck(config);
        this.endorsements = new EndorsementCheck(config, state::get);
        this.state = state;
        this.known = known;
    }

    Judgement judge(long number, List<ParsedTransaction> parsed, ByteString previousCommitHash) {
        List<TxValidationCode> alone = parsed.parallelStream().map(this::alone).toList();
        TxValidationCode[] codes = alone.toArray(TxValidationCode[]::new);
        markRepeated(parsed, codes);
        Map<Integer, String> unsupported = unsupported(parsed, codes);
        ReadCheck reads = new ReadCheck(state, number);
        for (ParsedTransaction transaction : parsed) {
            int i = transaction.index();
            if (codes[i] == TxValidationCode.VALID) {
                codes[i] = reads.check(transaction);
            }
        }
        List<TxValidationCode> judged = List.of(codes);
        ByteString commitHash = CommitHash.of(Judgement.flags(judged), reads.updates(), previousCommitHash);
        return new Judgement(judged, reads.updates(), commitHash, unsupported);
    }

    private TxValidationCode alone(ParsedTransaction transaction) {
        TxValidationCode code = form.form(transaction);
        if (code != TxValidationCode.VALID || transaction.isConfig()) {
            return code;
        }
        if (known.contains(transaction.channelHeader().getTxId())) {
            return TxValidationCode.DUPLICATE_TXID;
        }
        code = form.names(transaction);
        return code == TxValidationCode.VALID ? endorsements.check(transaction) : code;
    }

    private static void markRepeated(List<ParsedTransaction> parsed, TxValidationCode[] codes) {
        Set<String> seen = new HashSet<>();
        for (ParsedTransaction transaction : parsed) {
            int i = transaction.index();
            boolean counts = codes[i] == TxValidationCode.VALID && !transaction.isConfig();
            if (counts && !seen.add(transaction.channelHeader().getTxId())) {
                codes[i] = TxValidationCode.DUPLICATE_TXID;
            }
        }
    }

    /** Takes out what cannot be judged by these rules; it is named and left without a verdict. */
    private static Map<Integer, String> unsupported(List<ParsedTransaction> parsed, TxValidationCode[] codes) {
        Map<Integer, String> named = new TreeMap<>();
        for (ParsedTransaction transaction : parsed) {
            if (codes[transaction.index()] == TxValidationCode.VALID) {
                String feature = transaction.isConfig()
                        ? "a change of the configuration"
                        : transaction.namespaces().stream()
                                .map(ParsedNamespace::unsupported)
                                .filter(name -> !name.isEmpty())
                                .findFirst()
                                .orElse("");
                if (!feature.isEmpty()) {
                    named.put(transaction.index(), feature);
                    codes[transaction.index()] = TxValidationCode.NOT_VALIDATED;
                }
            }
        }
        return named;
    }
}
