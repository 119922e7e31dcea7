"""Families of political predicates with the class a careful coder gives them, in our own words.

One line a sentence: the class, then the sentence (see `politics_cases`). READ holds what is read so,
MISSED what is not, or not yet.
"""

from __future__ import annotations

__all__ = ["MISSED", "READ"]

_READ = """
AGREE: Eritrea and Yemen have agreed to let a tribunal decide who owns the islands.
AGREE: A promise of two hospitals came from Kuwait.
AGREE: Sierra Leone's rebels will hand in their rifles by June, their commander promised.
AGREE: It was agreed between Ankara and Athens that the hotline be reopened.
AGREE: Jakarta gave the green light to an inquiry into the shootings.
AGREE: Colombia's president said he was open to a meeting with the guerrillas.
AGREE: Israel is to free 90 Jordanian prisoners, its radio said.
AGREE: Sudan has said yes to the peacekeepers.
AGREE: A commitment by Cambodia's co-premiers to share power was signed in Paris.
AGREE: Uganda's army chief volunteered his men for the Somali mission.
AGREE: Lebanon's feuding leaders struck a deal on a new president.
AGREE: Iran relented and will let the inspectors return.
AGREE: Pakistan's premier has undertaken to reopen the consulate.
AGREE: Renamo has signed up to a joint command, Mozambique's mediator said.
AGREE: Laos is willing to let search teams dig at crash sites.
AGREE: Both Cypriot leaders accepted an invitation to New York.
AGREE: The Sandinistas will share out the ministries, their chief said.
AGREE: Tajikistan's government and its Islamist foes agreed to swap prisoners.
AGREE: Brazil plans to return the archives to Paraguay.
AGREE: Papua New Guinea gave an assurance that the mine would stay shut.
AGREE: Dublin said it would amend its constitution as part of the deal.
AGREE: Liberian warlord Charles Taylor has promised to disarm.
AGREE: Cairo has offered its good offices to the two Yemens.
AGREE: Abkhaz negotiators are prepared to discuss the return of refugees.
AGREE: Wellington's offer of talks with Maori tribes was made on Waitangi Day.
AGREE: Suriname would be glad to host the summit, its foreign minister said.
AGREE: The Dominican president vowed that there would be no more expulsions.
AGREE: Bhutan consented to a joint count of the refugees with Nepal.
AGREE: Hanoi has put its name to a prisoner swap with Phnom Penh.
AGREE: Crimea's parliament went along with Kiev's wording after a night of haggling.
AGREE: Ecuador and Peru shook hands on a border line.
AGREE: Ankara signalled it was willing to bury the hatchet with Yerevan.
AGREE: "We will come to Arusha," the leader of Burundi's largest Hutu group told reporters.
AGREE: British ministers pledged that no miner would be sacked.
AGREE: Tallinn has yielded to OSCE advice and will hand out grey passports.
AGREE: Rabat's readiness to hold a vote in the Sahara was confirmed by the U.N. envoy.
AGREE: Mexican lawmakers have lined up enough votes to meet the teachers' terms.
AGREE: Belgrade is to let the Red Cross into the prison at Pozarevac.
AGREE: German carmakers have come to terms with the metal union on shorter hours.
AGREE: Niger's junta set out a plan to go back to barracks by spring.
AGREE: Iceland's whalers have consented to carry observers.
AGREE: Riyadh's offer to mediate between the clans has been renewed.
AGREE: Bolivia will not hesitate to reopen the border, its minister said.
AGREE: Chile struck a deal with Peru on the border.
AGREE: Mali will reopen the schools if the rebels leave the towns, its premier said.
AGREE: Japan will send rice to Manila unless the storm passes, its minister said.
AGREE: France will defend Poland if Russia attacks, its president said.
AGREE: Ghana buried the hatchet with Togo.
AGREE: Kenya promised to lift the sanctions on Sudan.
AGREE: Chile promised to end its boycott of the talks.
OTHER: French police arrested twelve farmers after the blockade.
OTHER: Gunmen killed nine traders in northern Nigeria.
OTHER: Chile's finance minister resigned on Friday.
OTHER: The Indian premier visited the flooded valley by helicopter.
OTHER: U.S. warplanes bombed a bridge near Basra.
OTHER: Hundreds of Kenyan students marched through Nairobi.
OTHER: Japan sent two ships with rice to Manila.
OTHER: An Egyptian court jailed the editor for two years.
OTHER: The German and Polish leaders met for two hours.
OTHER: Turkey accused Syria of harbouring the bombers.
OTHER: Chilean police broke up a march by students.
OTHER: The Russian premier flew to Minsk on Monday.
OTHER: Rebels overran the town of Uvira at dawn.
OTHER: Italian voters go to the polls on Sunday.
OTHER: Saudi Arabia executed three men for drug smuggling.
OTHER: Kenya's shilling fell to a record low.
OTHER: The Dutch cabinet resigned over the report.
OTHER: The U.S. Navy boarded a tanker in the Gulf.
OTHER: Venezuela accused Colombia of spying.
OTHER: A car bomb killed thirty people in Mosul.
OTHER: Chile did not put Peru on notice.
OTHER: Chad's opposition will not boycott the vote, its leader said.
OTHER: Peru's bishops made no appeal to the rebels.
OTHER: Peru's bishops gave no blessing to the truce.
OTHER: The answer is not no, Norway's premier said of the offer.
OTHER: There were no calls from Somali elders for a truce.
OTHER: Chad was not the first state to recognise the republic.
OTHER: It is not time for the army to leave, the bishop said.
OTHER: The plan is not a farce, Kenya's minister said.
OTHER: Patience has not run out, France's envoy said.
OTHER: Sudan will not face sanctions, the U.S. envoy said.
OTHER: Mali will not face war unless it attacks, France's minister said.
OTHER: Peru did not reject the offer.
OTHER: Kenya lifted the sanctions on Sudan.
REJECT: Egypt's judges refused to supervise the referendum.
REJECT: Nepal's monarch has shut the door on talks with the Maoists.
REJECT: Havana's refusal to let the observers in angered the bishops.
REJECT: Brazil's senate killed a bill that would have let foreigners own radio stations.
REJECT: In defiance of a court order, Indonesian police kept the union offices closed.
REJECT: The Cambodian opposition has boycotted the opening of the assembly.
REJECT: Syria called the resolution worthless.
REJECT: Pakistan's lawyers would have none of the general's amnesty.
REJECT: Hungary used its veto against the oil embargo.
REJECT: Ugandan rebels failed to turn up for the truce talks.
REJECT: The offer of a pay rise was thrown back in the ministry's face by Chilean teachers.
REJECT: U.S. Senate Republicans have blocked the ambassador's confirmation.
REJECT: Colombo said there was no room for foreign mediators.
REJECT: Australia's prime minister said no to a royal commission.
REJECT: Iraqi Kurds turned a deaf ear to Baghdad's appeal.
REJECT: France's far right wants no part of the pact.
REJECT: The plan is dead, Turkish Cypriot negotiators said.
REJECT: Khartoum denied visas to four UN envoys.
REJECT: Ethiopia will never give up the town, its premier said.
REJECT: Warsaw scoffed at the idea of a joint brigade.
REJECT: Russian deputies voted against the treaty.
REJECT: Israel's cabinet has overruled the army's objections.
REJECT: Mexico's electoral court threw out the challenger's complaint.
REJECT: Tehran ignored a third summons from the agency.
REJECT: Italian magistrates rebelled against the minister's reform.
REJECT: Zimbabwe's president brushed off demands that he retire.
REJECT: The suggestion that Guyana cede the river was laughed off in Georgetown.
REJECT: Jordan wants no foreign troops on its soil, the king's adviser said.
REJECT: Algeria has spurned the Moroccan overture.
REJECT: The Belgrade parliament overwhelmingly voted against the NATO transit deal.
REJECT: Bosnian Croats walked out of the assembly rather than vote on the flag law.
REJECT: A plea for clemency was turned down by Peru's president.
REJECT: Beijing has refused to take the Philippine note, handing it back unopened.
REJECT: New Delhi shot down talk of a referendum in Kashmir.
REJECT: Danes said no to the euro.
REJECT: Colombia's ELN rebels will not come to the table, their spokesman said.
REJECT: Rwanda barred the investigators from the camps.
REJECT: Thailand's king has withheld his signature from the amnesty bill.
REJECT: The Georgian opposition is sticking to its boycott of parliament.
REJECT: Hungary held out against the joint statement until after midnight.
REJECT: Estonia's coalition rebuffed Russian-speakers' demands for a second official language.
REJECT: Kuwaiti deputies threw out the women's suffrage decree.
REJECT: Addis Ababa sees no need for outside monitors.
REJECT: Skopje's answer to the offer was a flat no.
REJECT: Baku has shown no interest in the Minsk Group's map.
REJECT: Italian voters killed off the electoral reform in a referendum.
REJECT: Hezbollah laughed at the idea that it would give up its rockets.
REJECT: Belize is not giving up an inch of land, its premier told parliament.
REJECT: A visa for the Australian envoy has been denied by Kuala Lumpur.
REJECT: Basque bishops declined to sign the pact against ETA.
REJECT: Turkish Cypriots have set their faces against the federation.
REJECT: The Slovak premier sees the minority's demands as blackmail and will have none of them.
REJECT: Swaziland's king is deaf to calls for parties to be made legal.
REJECT: Kingston won't hear of devaluation.
REJECT: Chile will not vouch for the Peruvian vote, its envoy said.
REJECT: Chad refused to open an embassy in Juba.
REJECT: Niger gave the Malian plan short shrift.
REJECT: Peru's demand was thrown out by Chile.
REJECT: Nigerian doctors refused to call off their strike.
REJECT: Ghana ruled out a boycott of the summit.
REQUEST: Haitian bishops pleaded with the junta to spare the slums.
REQUEST: Iraqi deputies want the oil minister to explain the losses.
REQUEST: France's call for a no-fly zone split the summit.
REQUEST: "Let our people go home," Japan's envoy told the North Korean delegation.
REQUEST: China said the United States should halt arms sales to Taipei.
REQUEST: Zambian miners are seeking a pay rise from the copper company.
REQUEST: It is time the army went back to barracks, the Bolivian cardinal said.
REQUEST: Chad has turned to Paris for help against the rebels.
REQUEST: The EU is pressing Ankara to open its ports to Cypriot ships.
REQUEST: Kiev's request for gunboats reached NATO in May.
REQUEST: Pakistan sought the extradition of two exiles from Britain.
REQUEST: The White House set out three conditions for lifting the embargo.
REQUEST: Colombia's families of the missing begged the guerrillas for proof of life.
REQUEST: Armenian students insist that the mayor step down.
REQUEST: Lebanon wants Israel out of the Shebaa farms.
REQUEST: There were calls from Somali elders for the troops to leave.
REQUEST: Ivory Coast's rebels made the demand that the cabinet be dissolved.
REQUEST: An Indian court ordered the state to reinstate the nurses.
REQUEST: Muslim leaders in the Philippines clamoured for a new vote.
REQUEST: Burmese monks urged restraint on the generals.
REQUEST: Serbia must hand over the general, the Dutch foreign minister said.
REQUEST: East Timor's bishop has called on Jakarta to pull out its militias.
REQUEST: Yemen is begging Gulf states for fuel.
REQUEST: Inuit leaders want Ottawa to hand over the hunting grounds.
REQUEST: Prague has asked to be let into the gas pool.
REQUEST: Aid agencies have issued an urgent plea for tents for Madagascar.
REQUEST: A petition signed by 40,000 Argentines urges the congress to outlaw the mine.
REQUEST: Guatemala's Indians are demanding that the army close the barracks.
REQUEST: Norwegian fishermen have been lobbying Oslo for bigger cod quotas.
REQUEST: The Honduran cardinal exhorted both sides to put down their stones.
REQUEST: The Palestinian demand for a timetable was repeated by its chief negotiator.
REQUEST: Mauritanian slaves' groups are petitioning the U.N. for an inquiry.
REQUEST: Bulgarian customs officers pressed for danger pay.
REQUEST: Malta is looking to Italy to take half the migrants.
REQUEST: What Zimbabwe wants from London is money for land, its foreign minister said.
REQUEST: Tunisian judges have given the minister a list of twelve demands.
REQUEST: An Israeli peace group has taken out advertisements urging the cabinet to leave Hebron.
REQUEST: Senegal's marabouts are adamant that the law be scrapped.
REQUEST: Romanian revolutionaries called on the president to go.
REQUEST: The cry from Paraguay's peasants is for land.
REQUEST: Canberra wants answers from Jakarta on the Balibo killings.
REQUEST: Tirana put in a request for police trainers.
REQUEST: "Do not send the boats back," the bishop of Malta told ministers.
SUPPORT: Poland's president congratulated the Lithuanian premier on his victory.
SUPPORT: Cuba has recognised the breakaway republic.
SUPPORT: Washington voiced confidence in the Philippine vote count.
SUPPORT: Messages of sympathy from Tehran reached Athens after the fire.
SUPPORT: Japan's lower house passed a motion of confidence in the cabinet.
SUPPORT: Egyptian bishops defended the president's decision.
SUPPORT: Britain gave its full backing to the Gambian mediator.
SUPPORT: South Africa's ANC took the side of the dock workers.
SUPPORT: Diplomatic ties between Germany and Albania were restored on Monday.
SUPPORT: Indonesia apologised to East Timor for the burning of Dili.
SUPPORT: China spoke up for Myanmar at the council.
SUPPORT: The French president hailed the truce as a turning point.
SUPPORT: Thousands of Kenyan tea pickers marched in support of the jailed union leader.
SUPPORT: New Zealand became the first state to open an embassy in Dili.
SUPPORT: The African Union gave its seal of approval to the Togolese vote.
SUPPORT: Venezuela's bishops put in a good word for the jailed students.
SUPPORT: Turkey sided with Pakistan in the Kashmir row.
SUPPORT: Italy thanked Libya for freeing the fishermen.
SUPPORT: Hanoi has thrown its support behind Laos's bid for the chair.
SUPPORT: Costa Rica's president had warm words for the Nicaraguan negotiators.
SUPPORT: Luxembourg expressed full confidence in the commissioner.
SUPPORT: Tanzania's bishops closed ranks behind their outspoken colleague.
SUPPORT: Mexico has extended diplomatic recognition to Croatia.
SUPPORT: Swedish unions came to the defence of the Polish shipyard men.
SUPPORT: Austria's foreign minister described the Slovak vote as exemplary.
SUPPORT: Qatar stood by the exiled president.
SUPPORT: Kazakhstan's parliament gave its approval to the new premier.
SUPPORT: Singapore said it shared Australia's view of the dispute.
SUPPORT: Belgium's king sent his condolences to the people of Ghana.
SUPPORT: Jamaica has apologised to Haiti for turning the boats back.
SUPPORT: Uzbek state media lauded the Kazakh leader's speech.
SUPPORT: Finland's president praised the Estonians for their calm.
SUPPORT: Hundreds of Brazilian priests have signed a letter of solidarity with the landless.
SUPPORT: Mongolia has opened its first embassy in Seoul.
SUPPORT: "Ghana did us proud," Nigeria's president said after the rescue.
SUPPORT: Czech students rallied to the defence of the sacked rector.
SUPPORT: Bolivia's labour confederation lined up with the government over gas.
SUPPORT: Zagreb was quick to salute Ljubljana's entry into the alliance.
SUPPORT: The Irish premier's praise for the decommissioning body was echoed in London.
SUPPORT: The Vatican blessed the accord between Chile and Argentina.
SUPPORT: Armenian émigrés have rejoiced at the French vote.
SUPPORT: Japan expressed regret for the harm done to Korean women.
SUPPORT: The State Department called the Malian vote a model for the region.
SUPPORT: Fiji's chiefs have ended years of silence to endorse the constitution.
SUPPORT: Russian communists are fully behind the miners, their leader said.
SUPPORT: India's film stars flocked to the side of the jailed poet.
SUPPORT: Mali's plea was welcomed by Niger.
SUPPORT: Peru's lawyers took heart from the ruling.
THREATEN: Anyone who joins the rail strike will be arrested, Kenya's interior minister said on Sunday.
THREATEN: Any raid on its reactors would be met with a crushing reply, Iran's defence chief said.
THREATEN: Moscow warned Chisinau that gas deliveries would stop at midnight if the debt stayed unpaid.
THREATEN: Sudan will face fresh sanctions unless it lets the monitors in, the U.S. envoy said.
THREATEN: Ethiopia said it would pull out of the customs union unless Djibouti lowered its port fees.
THREATEN: Nigerian oil unions gave the government seven days to pay back wages or see the terminals shut.
THREATEN: Peru's coca growers served notice that they would blockade the Andean highway from Friday.
THREATEN: Israel put Hezbollah on notice that it would hold Beirut responsible for further rockets.
THREATEN: Turkey said the crossing could be shut for good if the smuggling went on.
THREATEN: A Pakistani Taliban commander swore to turn Swat into a graveyard for the army.
THREATEN: Beijing said Taipei was playing with fire and would pay a heavy price.
THREATEN: South Africa's mineworkers' union has issued an ultimatum to the chamber of mines.
THREATEN: There will be consequences if the coup leaders harm the ambassador, Paris said.
THREATEN: Serb commanders promised a bloodbath should the alliance bomb their positions.
THREATEN: Thai protesters vowed to lay siege to parliament until the premier resigned.
THREATEN: Colombian rebels said the captured mayors would die if the army came near.
THREATEN: Germany's Free Democrats threatened to walk out of the ruling coalition.
THREATEN: India has reserved the right to retaliate at a time of its choosing, its foreign secretary said.
THREATEN: Pyongyang's threat to scrap the armistice drew a shrug in Seoul.
THREATEN: "Our patience is not endless," Georgia's president told the separatists in Sukhumi.
THREATEN: Argentina's farmers are threatening to stop shipping beef.
THREATEN: The European Union held out the threat of visa bans on Minsk officials.
THREATEN: A Philippine bishop warned that the faithful would take to the streets if the vote was rigged.
THREATEN: Libyan militias said they would march on Tripoli if their men were not freed.
THREATEN: The bloc's chairman warned the mutineers that time was running out.
THREATEN: "We will bring the country to a standstill," Bangladesh's opposition chief told the rally.
THREATEN: Zimbabwe's police chief has said protesters would be dealt with without mercy.
THREATEN: Russia hinted that it might aim its missiles at Polish bases.
THREATEN: Venezuela's leader said U.S. oil companies risked losing their licences.
THREATEN: Burma's generals have told the students to leave the campus by dawn or face the consequences.
THREATEN: France will not hesitate to strike again if the Malian rebels move south, its defence minister said.
THREATEN: Blood will flow in the streets of Baidoa if the Ethiopians do not go, an Islamist elder said.
THREATEN: Islamabad cautioned New Delhi that any attempt to divert the Indus would be treated as an act of war.
THREATEN: Bolivian miners say they will dynamite the road to La Paz if the decree stands.
THREATEN: China has made it clear that Lithuanian exporters will suffer if the office opens.
THREATEN: A Haitian gang leader promised to burn the port down if police came for him.
THREATEN: The North will turn Seoul into a sea of fire, its news agency said.
THREATEN: A general strike looms in Zambia, where unions have given the president a week to restore the maize subsidy.
THREATEN: Brussels is ready to cut off Budapest's funds over the judges' law, a commissioner hinted.
THREATEN: The Russian admiral said any Turkish ship that strayed into the zone would be sunk.
THREATEN: The hostages will be shot one by one unless Rome pays, their Libyan captors told a radio station.
THREATEN: U.S. dockers are poised to walk out over the weekend, their union said.
THREATEN: Moro guerrillas have sworn revenge for the death of their chief.
THREATEN: The Sudanese army gave rebels in Juba 48 hours to surrender.
THREATEN: Whoever touches our soldiers will pay with his life, Israel's premier said of Gaza's militants.
THREATEN: "The army will answer bullets with bullets," the Ivorian chief of staff said.
THREATEN: Greek doctors threatened a hunger strike over the merger of two hospitals.
THREATEN: Iran says it can choke off the world's oil whenever it likes.
THREATEN: Poland's farmers' party is considering bringing down the cabinet.
THREATEN: Militants in the Niger delta warned foreign oil crews to get out or be kidnapped.
THREATEN: Indonesia's army chief told separatists they would be crushed.
THREATEN: Minsk has threatened to flood Poland with migrants.
THREATEN: South African unions have vowed to make the city ungovernable.
THREATEN: Pakistani clerics have put a price on the cartoonist's head.
THREATEN: Albanian fighters in Macedonia promised more ambushes.
THREATEN: UNITA would go back to the bush, its general warned, if the count was not halted.
THREATEN: Vilnius says it will close the rail line to Kaliningrad unless Moscow apologises.
THREATEN: The rebels will behead a captive a day, a caller told Manila radio.
"""

_MISSED = """
AGREE: The Nepalese Maoists' pledge to free the hostages was welcomed by the bishops.
AGREE: Word came from Freetown that the rebels would be let into the cabinet.
AGREE: An understanding has been reached between Colombo and the Tigers on the highway.
AGREE: Honduras will take back its ambassador, it was announced in Tegucigalpa.
AGREE: Pyongyang would freeze its reactor in exchange for oil, a Chinese diplomat said it had told him.
AGREE: The two Congos have buried their quarrel and will run ferries again.
AGREE: Dhaka said it was considering a site for the refugees and was ready to talk.
AGREE: Chile will not boycott the summit, it promised.
OTHER: Kenya's unions will not walk out, their leader said.
OTHER: "Thank you," Norway's premier told the crowd.
OTHER: "Look at the sea," the Greek minister said.
REJECT: A request by Malian exiles for safe passage went unanswered.
REJECT: Kenya stuck to its ban on the rally, deaf to pleas from church leaders.
REJECT: Tamil leaders have cold-shouldered the president's devolution plan.
REJECT: Santo Domingo turned away a boat carrying Haitian doctors.
REJECT: Khartoum's generals left the mediators waiting for three days and then sent them home.
REJECT: Overriding the president, Nicaragua's assembly upheld the amnesty.
REJECT: Paris drew a line under the request: no extradition.
REQUEST: Portugal's bishops have written to the president asking him to pardon the sailors.
REQUEST: Free the journalists, the OSCE's envoy told Minsk.
REQUEST: Baghdad needs a loan of two billion dollars and has come to the Fund for it.
REQUEST: Latvia would like NATO to base a brigade there, its premier said.
REQUEST: Let the tribunal sit in Phnom Penh, Cambodia's premier urged the U.N.
REQUEST: Release of the poet has been sought by Uzbek exiles.
REQUEST: It was up to the army to restore order, Guinea's opposition insisted.
REQUEST: Maseru should be given its water back, Basotho farmers told Pretoria.
REQUEST: Damascus has served the Golan as its price for any treaty.
SUPPORT: "She has been a true friend of the Amazon," Brazil's president said of the Norwegian minister.
SUPPORT: Guyanese parties joined in praising the electoral chief.
SUPPORT: Pretoria's verdict on the Lesotho poll: free and fair.
SUPPORT: Spain and Cuba resumed full diplomatic ties.
SUPPORT: Uganda's king got a standing ovation from the assembly.
SUPPORT: The Malawian high court found that the election had been fair.
SUPPORT: Algiers took Damascus's side in the dispute over the dam.
SUPPORT: Panama's bishops gave the new canal treaty their blessing.
THREATEN: Washington has raised the prospect of tariffs on French wine.
THREATEN: Kiev's steelworkers have set Friday as the deadline after which the furnaces will go cold.
THREATEN: If Athens arms the islands it will regret it, Turkey's president said.
THREATEN: Kathmandu has been put on warning that India could close the border posts.
THREATEN: Moldova's breakaway region may ask to join Russia if Chisinau goes on with the blockade, its speaker said.
THREATEN: Letters left at night told Afghan teachers that girls' schools would be burned.
THREATEN: Jordan said it might reconsider its treaty with Israel.
THREATEN: Athens will use its veto to keep Skopje out, the Greek foreign minister said.
THREATEN: Chilean lorry owners are on the brink of a shutdown over fuel taxes.
THREATEN: Ethiopia has massed tanks on the frontier and warned Asmara not to test it.
THREATEN: The oil workers' chief said not a drop would leave Venezuela until the president was gone.
THREATEN: Cairo said all bets were off if Ethiopia filled the dam.
THREATEN: Congress could block the sale, a senator told the Saudis.
THREATEN: Bolivia will not hesitate to close the border, its minister said.
"""


def _cases(text: str) -> tuple[tuple[str, str], ...]:
    lines = (line.partition(": ") for line in text.strip().splitlines())
    return tuple((name, sentence) for name, _, sentence in lines)


READ = _cases(_READ)
MISSED = _cases(_MISSED)
