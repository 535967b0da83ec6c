// SPDX-License-Identifier: Apache-2.0
package org.caseledger.gateway.casework;

import io.vertx.core.Future;
import java.util.List;
import java.util.regex.Pattern;
import org.caseledger.gateway.links.Link;
import org.caseledger.gateway.links.PrivacyClient;
import org.caseledger.gateway.problem.ProblemCode;
import org.caseledger.gateway.problem.ProblemException;

/** Finds the case behind a handle or a file number. */
public final class CaseLocator {

    private final PrivacyClient links;
    private final Pattern fileNumbers;

    public CaseLocator(PrivacyClient links, Pattern fileNumbers) {
        this.links = links;
        this.fileNumbers = fileNumbers;
    }

    public Future<Link> byHandle(String handle) {
        return links.resolveHandle(handle).map(found -> one(found, ProblemCode.HANDLE_UNKNOWN));
    }

    public Future<Link> byFileNumber(String fileNumber) {
        return all(fileNumber).map(found -> {
            if (found.size() > 1) {
                throw new ProblemException(ProblemCode.FILE_NUMBER_AMBIGUOUS);
            }
            return one(found, ProblemCode.FILE_NUMBER_UNKNOWN);
        });
    }

    public Future<List<Link>> all(String fileNumber) {
        requireOurs(fileNumber);
        return links.resolveFileNumber(fileNumber);
    }

    /** Refuses a number that is not of this authority's pattern, before it goes anywhere. */
    public void requireOurs(String fileNumber) {
        if (!fileNumbers.matcher(fileNumber).matches()) {
            throw new ProblemException(ProblemCode.FILE_NUMBER_FOREIGN);
        }
    }

    private static Link one(List<Link> found, ProblemCode none) {
        if (found.isEmpty()) {
            throw new ProblemException(none);
        }
        return found.get(0);
    }
}
