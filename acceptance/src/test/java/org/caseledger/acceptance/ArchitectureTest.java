// SPDX-License-Identifier: Apache-2.0
package org.caseledger.acceptance;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Imports run one way. */
class ArchitectureTest {

    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("org.caseledger");

    private static final DescribedPredicate<JavaClass> A_PROGRAM =
            DescribedPredicate.describe("a class with a main", type -> type.tryGetMethod("main", String[].class)
                    .isPresent());

    /** Module to the modules that it may import. */
    private static final Map<String, Set<String>> MAY_IMPORT = new TreeMap<>(Map.of(
            "procedure", Set.of(),
            "ledger", Set.of(),
            "privacy", Set.of(),
            "chaincode", Set.of("procedure"),
            "network", Set.of("ledger"),
            "gateway", Set.of("procedure", "ledger"),
            "audit", Set.of("chaincode", "ledger", "procedure"),
            "cli", Set.of("procedure", "ledger", "privacy", "chaincode", "network", "gateway", "audit")));

    @TestFactory
    Stream<DynamicTest> a_module_imports_only_what_the_house_plan_allows() {
        return MAY_IMPORT.entrySet().stream()
                .map(rule ->
                        DynamicTest.dynamicTest(rule.getKey(), () -> checkImports(rule.getKey(), rule.getValue())));
    }

    @Test
    void the_rules_see_every_module() {
        for (var module : MAY_IMPORT.keySet()) {
            if (CLASSES.stream().noneMatch(type -> type.getPackageName().startsWith("org.caseledger." + module))) {
                throw new AssertionError("no class of " + module + " was read");
            }
        }
    }

    @Test
    void what_decides_reads_no_clock() {
        noClasses()
                .that()
                .resideInAnyPackage(
                        "org.caseledger.procedure..", "org.caseledger.ledger..", "org.caseledger.chaincode..")
                .should()
                .callMethod(java.time.Instant.class, "now")
                .orShould()
                .callMethod(java.time.LocalDate.class, "now")
                .orShould()
                .callMethod(java.time.OffsetDateTime.class, "now")
                .orShould()
                .callMethod(System.class, "currentTimeMillis")
                .because("a ledger's readers must come to the same result on any day")
                .check(CLASSES);
    }

    @Test
    void nobody_throws_a_bare_runtime_exception_or_prints_past_the_command_line() {
        noClasses()
                .that()
                .resideOutsideOfPackage("org.caseledger.cli..")
                .and(DescribedPredicate.not(A_PROGRAM))
                .should()
                .accessField(System.class, "out")
                .orShould()
                .accessField(System.class, "err")
                .because("services log; only a program's main prints")
                .check(CLASSES);
        noClasses()
                .that()
                .areNotAssignableTo(RuntimeException.class)
                .should()
                .callConstructor(RuntimeException.class, String.class)
                .orShould()
                .callConstructor(RuntimeException.class, String.class, Throwable.class)
                .orShould()
                .callConstructor(RuntimeException.class, Throwable.class)
                .because("an error has a type that says what it is")
                .check(CLASSES);
    }

    private static void checkImports(String module, Set<String> allowed) {
        var forbidden = Stream.concat(MAY_IMPORT.keySet().stream(), Stream.of("acceptance", "benchmarks"))
                .filter(other -> !other.equals(module) && !allowed.contains(other))
                .map(other -> "org.caseledger." + other + "..")
                .toArray(String[]::new);
        noClasses()
                .that()
                .resideInAPackage("org.caseledger." + module + "..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(forbidden)
                .because("imports run one way: " + module + " may import " + List.copyOf(allowed))
                .allowEmptyShould(true)
                .check(CLASSES);
    }
}
