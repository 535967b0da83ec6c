// SPDX-License-Identifier: Apache-2.0
package org.caseledger.privacy.check;

import java.util.List;

/** What the fresh process is told, on its standard input: where storage is, and the tombstones to look for. */
record StorageQuestion(String url, String user, String password, String rootStore, List<String> tombstones) {}
