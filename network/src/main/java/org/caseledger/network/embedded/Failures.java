// SPDX-License-Identifier: Apache-2.0
package org.caseledger.network.embedded;

import com.google.protobuf.Any;
import com.google.rpc.Code;
import com.google.rpc.Status;
import io.grpc.StatusRuntimeException;
import io.grpc.protobuf.StatusProto;
import java.util.List;
import org.hyperledger.fabric.protos.gateway.ErrorDetail;

/** Errors in the form in which Fabric's gateway gives them: a gRPC status with a detail for each peer asked. */
final class Failures {
    private Failures() {}

    static StatusRuntimeException of(Code code, String message, List<ErrorDetail> details) {
        return StatusProto.toStatusRuntimeException(Status.newBuilder()
                .setCode(code.getNumber())
                .setMessage(message)
                .addAllDetails(details.stream().map(Any::pack).toList())
                .build());
    }

    static StatusRuntimeException of(Code code, String message) {
        return of(code, message, List.of());
    }

    /** As an answer to a query or a submission: what is wrong with the request itself. */
    static StatusRuntimeException of(ProposalException e) {
        return of(code(e), e.reason());
    }

    static Code code(ProposalException e) {
        return switch (e.kind()) {
            case MALFORMED -> Code.INVALID_ARGUMENT;
            case REFUSED -> Code.FAILED_PRECONDITION;
            case UNSUPPORTED -> Code.UNIMPLEMENTED;
        };
    }
}
