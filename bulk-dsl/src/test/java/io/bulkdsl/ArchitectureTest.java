// SPDX-License-Identifier: Apache-2.0
package io.bulkdsl;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import org.jooq.impl.AbstractBinding;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The house as rules; docs/architecture.md is the picture of it. */
@Tag("code")
@NotVia(because = "sends no rows")
class ArchitectureTest {

    private static final JavaClasses LIBRARY = new ClassFileImporter().importPath("target/classes");

    @Test
    void dependenciesPointDown() {
        layeredArchitecture()
                .consideringOnlyDependenciesInLayers()
                .layer("grammar")
                .definedBy("io.bulkdsl")
                .layer("batch")
                .definedBy("io.bulkdsl.internal.batch")
                .layer("execute")
                .definedBy("io.bulkdsl.internal.execute")
                .layer("refusal")
                .definedBy("io.bulkdsl.internal.refusal")
                .layer("render")
                .definedBy("io.bulkdsl.internal.render")
                .layer("source")
                .definedBy("io.bulkdsl.internal.source")
                .layer("functions and operators")
                .definedBy("io.bulkdsl.internal.function", "io.bulkdsl.internal.operator")
                .layer("model")
                .definedBy("io.bulkdsl.internal.model")
                .layer("watch")
                .definedBy("io.bulkdsl.internal.watch")
                .layer("contract")
                .definedBy("io.bulkdsl.contract")
                .whereLayer("grammar")
                .mayNotBeAccessedByAnyLayer()
                .whereLayer("batch")
                .mayOnlyBeAccessedByLayers("grammar")
                .whereLayer("execute")
                .mayOnlyBeAccessedByLayers("grammar", "batch")
                .whereLayer("refusal")
                .mayOnlyBeAccessedByLayers("batch", "execute")
                .whereLayer("render")
                .mayOnlyBeAccessedByLayers("grammar", "batch", "execute", "refusal")
                .whereLayer("source")
                .mayOnlyBeAccessedByLayers("grammar", "batch", "execute", "refusal")
                .whereLayer("functions and operators")
                .mayOnlyBeAccessedByLayers("grammar")
                .whereLayer("watch")
                .mayOnlyBeAccessedByLayers("batch", "execute", "refusal", "source")
                .whereLayer("model")
                .mayOnlyBeAccessedByLayers(
                        "grammar", "batch", "execute", "refusal", "render", "source", "functions and operators")
                .check(LIBRARY);
    }

    @Test
    void packagesHaveNoCycles() {
        slices().matching("io.bulkdsl.(**)").should().beFreeOfCycles().check(LIBRARY);
    }

    @Test
    void nothingButJooqAndTheJdkIsNeeded() {
        classes()
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(
                        "io.bulkdsl..",
                        "org.jooq..",
                        "org.reactivestreams..",
                        "java..",
                        "org.jspecify..",
                        "org.postgresql..")
                .check(LIBRARY);
    }

    /** The driver is optional. */
    @Test
    void onlyTheChannelOfCopyAndTheMessagesOfErrorsKnowTheDriver() {
        noClasses()
                .that()
                .doNotHaveSimpleName("CopyChannel")
                .and()
                .doNotHaveSimpleName("DriverMessage")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("org.postgresql..")
                .check(LIBRARY);
    }

    /** jOOQ adds methods to its interfaces in minor versions; its Custom and Abstract classes are what it offers for extending. */
    @Test
    void noInterfaceOfJooqIsImplemented() {
        noClasses()
                .that()
                .areNotAssignableTo(AbstractBinding.class)
                .should()
                .implement(JavaClass.Predicates.resideInAPackage("org.jooq.."))
                .check(LIBRARY);
    }

    @Test
    void namesSayWhatAThingIs() {
        noClasses()
                .should()
                .haveNameMatching(".*(Util|Utils|Helper|Manager|Impl|Abstract)$")
                .check(LIBRARY);
    }

    @Test
    void statesNeverChange() {
        classes()
                .that()
                .areNotInterfaces()
                .and()
                .doNotHaveModifier(JavaModifier.ABSTRACT)
                .should()
                .haveOnlyFinalFields()
                .check(LIBRARY);
    }

    /** The abstract ones are sealed; in one that another extends, the methods are final. */
    @Test
    void stepsArePublicAndFinalWithoutPublicConstructors() {
        methods()
                .that()
                .areDeclaredInClassesThat()
                .resideInAPackage("io.bulkdsl")
                .and()
                .areDeclaredInClassesThat()
                .doNotHaveModifier(JavaModifier.ABSTRACT)
                .and()
                .arePublic()
                .and()
                .doNotHaveModifier(JavaModifier.BRIDGE)
                .should()
                .beDeclaredInClassesThat()
                .haveModifier(JavaModifier.FINAL)
                .orShould()
                .haveModifier(JavaModifier.FINAL)
                .check(LIBRARY);
    }
}
