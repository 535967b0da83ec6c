// SPDX-License-Identifier: Apache-2.0
package org.caseledger.network.embedded;

import java.util.List;
import org.hyperledger.fabric.shim.Chaincode;
import org.hyperledger.fabric.shim.ChaincodeStub;
import org.hyperledger.fabric.shim.ledger.CompositeKey;
import org.hyperledger.fabric.shim.ledger.KeyModification;
import org.hyperledger.fabric.shim.ledger.KeyValue;
import org.hyperledger.fabric.shim.ledger.QueryResultsIterator;
import org.hyperledger.fabric.shim.ledger.QueryResultsIteratorWithMetadata;

/** The part of a stub that this ledger does not do yet: every call is refused by name. */
abstract class UnsupportedStub implements ChaincodeStub {

    private static UnsupportedOperationException no(String feature) {
        return new UnsupportedOperationException("The embedded ledger does not do " + feature + " yet.");
    }

    @Override
    public Chaincode.Response invokeChaincode(String name, List<byte[]> args, String channel) {
        throw no("calls from one chaincode to another");
    }

    @Override
    public byte[] getStateValidationParameter(String key) {
        throw no("key-level endorsement");
    }

    @Override
    public void setStateValidationParameter(String key, byte[] value) {
        throw no("key-level endorsement");
    }

    @Override
    public QueryResultsIterator<KeyValue> getStateByRange(String start, String end) {
        throw no("range reads");
    }

    @Override
    public QueryResultsIteratorWithMetadata<KeyValue> getStateByRangeWithPagination(
            String start, String end, int size, String bookmark) {
        throw no("range reads");
    }

    @Override
    public QueryResultsIterator<KeyValue> getStateByPartialCompositeKey(String key) {
        throw no("range reads");
    }

    @Override
    public QueryResultsIterator<KeyValue> getStateByPartialCompositeKey(String type, String... attributes) {
        throw no("range reads");
    }

    @Override
    public QueryResultsIterator<KeyValue> getStateByPartialCompositeKey(CompositeKey key) {
        throw no("range reads");
    }

    @Override
    public QueryResultsIteratorWithMetadata<KeyValue> getStateByPartialCompositeKeyWithPagination(
            CompositeKey key, int size, String bookmark) {
        throw no("range reads");
    }

    @Override
    public QueryResultsIterator<KeyValue> getQueryResult(String query) {
        throw no("rich queries");
    }

    @Override
    public QueryResultsIteratorWithMetadata<KeyValue> getQueryResultWithPagination(
            String query, int size, String bookmark) {
        throw no("rich queries");
    }

    @Override
    public QueryResultsIterator<KeyModification> getHistoryForKey(String key) {
        throw no("history queries");
    }

    @Override
    public byte[] getPrivateData(String collection, String key) {
        throw no("private data");
    }

    @Override
    public byte[] getPrivateDataHash(String collection, String key) {
        throw no("private data");
    }

    @Override
    public byte[] getPrivateDataValidationParameter(String collection, String key) {
        throw no("private data");
    }

    @Override
    public void putPrivateData(String collection, String key, byte[] value) {
        throw no("private data");
    }

    @Override
    public void setPrivateDataValidationParameter(String collection, String key, byte[] value) {
        throw no("private data");
    }

    @Override
    public void delPrivateData(String collection, String key) {
        throw no("private data");
    }

    @Override
    public void purgePrivateData(String collection, String key) {
        throw no("private data");
    }

    @Override
    public QueryResultsIterator<KeyValue> getPrivateDataByRange(String collection, String start, String end) {
        throw no("private data");
    }

    @Override
    public QueryResultsIterator<KeyValue> getPrivateDataByPartialCompositeKey(String collection, String key) {
        throw no("private data");
    }

    @Override
    public QueryResultsIterator<KeyValue> getPrivateDataByPartialCompositeKey(String collection, CompositeKey key) {
        throw no("private data");
    }

    @Override
    public QueryResultsIterator<KeyValue> getPrivateDataByPartialCompositeKey(
            String collection, String type, String... attributes) {
        throw no("private data");
    }

    @Override
    public QueryResultsIterator<KeyValue> getPrivateDataQueryResult(String collection, String query) {
        throw no("private data");
    }
}
