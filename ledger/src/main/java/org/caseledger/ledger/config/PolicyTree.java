// SPDX-License-Identifier: Apache-2.0
package org.caseledger.ledger.config;

import com.google.protobuf.InvalidProtocolBufferException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.caseledger.ledger.identity.MspManager;
import org.caseledger.ledger.policy.ImplicitMetaPolicy;
import org.caseledger.ledger.policy.Policy;
import org.caseledger.ledger.policy.RejectPolicy;
import org.caseledger.ledger.policy.SignaturePolicy;
import org.hyperledger.fabric.protos.common.ConfigGroup;

/** Compiles the policies of nested groups, the lowest first, because the higher ones are made of them. */
final class PolicyTree {
    private final MspManager msps;
    private final Map<String, Policy> compiled = new TreeMap<>();

    PolicyTree(MspManager msps) {
        this.msps = msps;
    }

    Map<String, Policy> compile(String path, ConfigGroup group) {
        Map<String, ConfigGroup> below = new TreeMap<>(group.getGroupsMap());
        below.forEach((name, child) -> compile(path + "/" + name, child));
        List<String> children =
                below.keySet().stream().map(name -> path + "/" + name).toList();
        group.getPoliciesMap()
                .forEach((name, policy) -> compiled.put(path + "/" + name, read(policy.getPolicy(), children)));
        return compiled;
    }

    private Policy read(org.hyperledger.fabric.protos.common.Policy policy, List<String> children) {
        try {
            return switch (policy.getType()) {
                case org.hyperledger.fabric.protos.common.Policy.PolicyType.SIGNATURE_VALUE ->
                    SignaturePolicy.parse(policy.getValue(), msps);
                case org.hyperledger.fabric.protos.common.Policy.PolicyType.IMPLICIT_META_VALUE ->
                    implicit(
                            org.hyperledger.fabric.protos.common.ImplicitMetaPolicy.parseFrom(policy.getValue()),
                            children);
                default -> throw new ConfigException("A policy of type " + policy.getType() + " is not supported.");
            };
        } catch (InvalidProtocolBufferException e) {
            throw new ConfigException("A policy of the configuration cannot be read.", e);
        }
    }

    private Policy implicit(org.hyperledger.fabric.protos.common.ImplicitMetaPolicy policy, List<String> children) {
        List<Policy> below = children.stream()
                .map(child -> compiled.getOrDefault(child + "/" + policy.getSubPolicy(), RejectPolicy.REJECT))
                .toList();
        return ImplicitMetaPolicy.of(policy.getRule(), below);
    }
}
