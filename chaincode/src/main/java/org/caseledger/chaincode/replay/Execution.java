// SPDX-License-Identifier: Apache-2.0
package org.caseledger.chaincode.replay;

import java.lang.reflect.Proxy;
import java.util.Collections;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import org.hyperledger.fabric.shim.Chaincode;
import org.hyperledger.fabric.shim.ChaincodeStub;
import org.jspecify.annotations.Nullable;

/**
 * One execution of a chaincode over a state that it does not change. The stub that the chaincode sees offers what
 * decision 0001 allows and refuses everything else by name, so that a function that would use more cannot be executed.
 */
public final class Execution {

    private final RecordedTransaction transaction;
    private final Function<String, byte @Nullable []> state;
    private final SortedSet<String> reads = new TreeSet<>();
    private final SortedMap<String, byte[]> writes = new TreeMap<>();
    private @Nullable String eventName;
    private byte @Nullable [] event;

    private Execution(RecordedTransaction transaction, Function<String, byte @Nullable []> state) {
        this.transaction = transaction;
        this.state = state;
    }

    /**
     * What an execution did.
     *
     * @param reads the keys that were read
     * @param writes the values that were written, by key
     * @param eventName name of its event, or null
     * @param event payload of its event, or null
     */
    @SuppressWarnings("ArrayRecordComponent") // compared by the caller, who knows what to say of a difference
    public record Result(
            Chaincode.Response response,
            SortedSet<String> reads,
            SortedMap<String, byte[]> writes,
            @Nullable String eventName,
            byte @Nullable [] event) {

        public boolean succeeded() {
            return response.getStatusCode() < Chaincode.Response.Status.ERROR_THRESHOLD.getCode();
        }
    }

    /** Executes the transaction over the committed values that {@code state} gives; null where a key is absent. */
    public static Result of(
            Chaincode chaincode, RecordedTransaction transaction, Function<String, byte @Nullable []> state) {
        var execution = new Execution(transaction, state);
        var response = chaincode.invoke(execution.stub());
        return new Result(
                response,
                Collections.unmodifiableSortedSet(execution.reads),
                Collections.unmodifiableSortedMap(execution.writes),
                execution.eventName,
                execution.event);
    }

    private ChaincodeStub stub() {
        return (ChaincodeStub) Proxy.newProxyInstance(
                ChaincodeStub.class.getClassLoader(),
                new Class<?>[] {ChaincodeStub.class},
                (proxy, method, arguments) -> answer(method.getName(), arguments));
    }

    private @Nullable Object answer(String method, Object @Nullable [] arguments) {
        return switch (method) {
            case "getTxId" -> transaction.txId();
            case "getChannelId" -> transaction.channel();
            case "getArgs" -> transaction.arguments();
            case "getCreator" -> transaction.creator();
            case "getTxTimestamp" -> transaction.timestamp();
            case "getState" -> read((String) first(arguments));
            case "putState" -> write((String) first(arguments), (byte[]) second(arguments));
            case "setEvent" -> announce((String) first(arguments), (byte[]) second(arguments));
            case "toString" -> "execution of " + transaction.txId();
            default -> throw new UnsupportedOperationException(method + " cannot be executed again from blocks");
        };
    }

    private byte @Nullable [] read(String key) {
        reads.add(key);
        return state.apply(key);
    }

    private @Nullable Object write(String key, byte[] value) {
        writes.put(key, value);
        return null;
    }

    private @Nullable Object announce(String name, byte[] payload) {
        eventName = name;
        event = payload;
        return null;
    }

    private static Object first(Object @Nullable [] arguments) {
        return argument(arguments, 0);
    }

    private static Object second(Object @Nullable [] arguments) {
        return argument(arguments, 1);
    }

    private static Object argument(Object @Nullable [] arguments, int index) {
        if (arguments == null || arguments.length <= index) {
            throw new IllegalArgumentException("an argument is missing");
        }
        return arguments[index];
    }
}
