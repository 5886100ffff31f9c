package io.mergedesk.testbench;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.testbench.TestBench;
import com.vaadin.testbench.TestBenchTestCase;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.By;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.support.ui.WebDriverWait;

/// Signs in to a running demo (`./run`) and finds the contacts. `MERGEDESK_URL` names another
/// address.
class SignInTestBenchIT extends TestBenchTestCase {

    private static final String ADDRESS =
            Optional.ofNullable(System.getenv("MERGEDESK_URL")).orElse("http://localhost:8080/");

    @BeforeEach
    void open() {
        setDriver(
                TestBench.createDriver(
                        new ChromeDriver(
                                new ChromeOptions()
                                        .addArguments("--headless=new", "--no-sandbox"))));
        getDriver().get(ADDRESS);
    }

    @AfterEach
    void close() {
        getDriver().quit();
    }

    @Test
    void a_user_signs_in_and_sees_the_contacts() {
        getDriver().findElement(By.name("username")).sendKeys("user");
        getDriver().findElement(By.name("password")).sendKeys("demo\n");

        var grid =
                new WebDriverWait(getDriver(), Duration.ofSeconds(20))
                        .until(driver -> driver.findElement(By.tagName("vaadin-grid")));
        assertThat(grid.isDisplayed()).isTrue();
        assertThat(getDriver().getCurrentUrl()).contains("/records/contacts");
    }
}
