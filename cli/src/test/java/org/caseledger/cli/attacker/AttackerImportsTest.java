// SPDX-License-Identifier: Apache-2.0
package org.caseledger.cli.attacker;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

class AttackerImportsTest {

    @Test
    void the_attacker_uses_the_jdk_and_nothing_of_ours() {
        var attacker = new ClassFileImporter()
                .withImportOption(new ImportOption.DoNotIncludeTests())
                .importPackages("org.caseledger.cli.attacker");

        classes()
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage("org.caseledger.cli.attacker", "java..", "javax.crypto..", "org.jspecify..")
                .because("an error in the service's own reading of its formats must not be repeated here")
                .check(attacker);
    }
}
